import type { UpdateLayoutClientRequest } from "@agora-edge/core";
import { useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { LayoutPicture } from "./layout-picture.tsx";
import { layoutNames, layouts, type LayoutName } from "./layouts.ts";

interface Props {
  layout: LayoutName;
  isLocked: boolean;
  /** While it records the service is asked first; what it refuses is not chosen. */
  onChange: (layout: LayoutName, request: UpdateLayoutClientRequest) => Promise<void>;
}

export function LayoutPicker({ layout, isLocked, onChange }: Props) {
  const { words } = useLanguage();
  const [wanted, setWanted] = useState<LayoutName | null>(null);
  const choose = async (name: LayoutName) => {
    setWanted(name);
    // Stands in `error` of the recording.
    await onChange(name, layouts[name]).catch(() => {});
    setWanted(null);
  };
  return (
    <fieldset className="layouts" disabled={isLocked} aria-busy={wanted !== null}>
      <legend>{words.layout}</legend>
      {layoutNames.map((name) => (
        <label key={name} className="layout" data-wanted={name === wanted}>
          <input
            type="radio"
            name="layout"
            value={name}
            checked={name === (wanted ?? layout)}
            onChange={() => void choose(name)}
          />
          <LayoutPicture name={name} />
          <span>{words.layouts[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}
