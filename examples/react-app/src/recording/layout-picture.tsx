import { boxes, type LayoutName } from "./layouts.ts";

const width = 64;
const height = 36;
const gap = 1;

/** A small picture of who is where. */
export function LayoutPicture({ name }: { name: LayoutName }) {
  return (
    <svg className="layout-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect className="layout-canvas" width={width} height={height} rx="3" />
      {boxes[name].map((box, index) => (
        <rect
          key={index}
          className={index === 0 ? "layout-first" : "layout-other"}
          x={box.x * width + gap}
          y={box.y * height + gap}
          width={box.width * width - 2 * gap}
          height={box.height * height - 2 * gap}
          rx="2"
        />
      ))}
    </svg>
  );
}
