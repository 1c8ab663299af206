// In the page: shows what a name in a code block is, to a mouse, a finger and the keyboard.
// A block is one stop of the Tab key; the arrow keys go from name to name, Escape closes.

const folder = new URL("../hovers/", import.meta.url);
const loaded = new Map<string, Promise<string[]>>();

function tipsOf(id: string): Promise<string[]> {
  const known = loaded.get(id);
  if (known) return known;
  const tips = fetch(new URL(`${id}.json`, folder)).then((response): Promise<string[]> => response.json());
  tips.catch(() => loaded.delete(id));
  loaded.set(id, tips);
  return tips;
}

const box = document.createElement("div");
box.id = "type-tip";
box.className = "type-tip";
box.lang = "en";
box.setAttribute("role", "tooltip");
box.popover = "manual";

let shown: HTMLElement | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;

function close(): void {
  clearTimeout(closing);
  shown?.removeAttribute("aria-describedby");
  shown = undefined;
  if (box.isConnected) box.hidePopover();
}

/** Later, so that the mouse can go into the tip. */
function closeSoon(): void {
  clearTimeout(closing);
  closing = setTimeout(close, 250);
}

/** Below the name, or above where there is no room, and never out of sight. */
function place(name: HTMLElement): void {
  const { left, top, bottom } = name.getBoundingClientRect();
  const room = innerHeight - bottom;
  const isAbove = room < box.offsetHeight + 12 && top > room;
  box.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${isAbove ? Math.max(8, top - box.offsetHeight - 4) : bottom + 4}px`;
}

async function show(name: HTMLElement, id: string): Promise<void> {
  clearTimeout(closing);
  if (name === shown) return;
  close();
  shown = name;
  const tips = await tipsOf(id).catch(() => []);
  const tip = tips[Number(name.dataset.tip)];
  if (tip === undefined || shown !== name) return;
  if (!box.isConnected) document.body.append(box);
  box.innerHTML = tip;
  box.scrollTop = 0;
  box.showPopover();
  place(name);
  name.setAttribute("aria-describedby", box.id);
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

for (const block of document.querySelectorAll<HTMLElement>("pre[data-tips]")) {
  const names = [...block.querySelectorAll<HTMLElement>("[data-tip]")];
  const id = block.dataset.tips ?? "";
  const nameAt = ({ target }: Event) =>
    target instanceof Element ? (target.closest<HTMLElement>("[data-tip]") ?? undefined) : undefined;
  for (const [index, name] of names.entries()) name.tabIndex = index === 0 ? 0 : -1;
  block.addEventListener("pointerover", (event) => {
    const name = nameAt(event);
    if (name && event.pointerType === "mouse") void show(name, id);
  });
  block.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse") closeSoon();
  });
  block.addEventListener("focusin", (event) => {
    const name = nameAt(event);
    if (!name) return;
    for (const other of names) other.tabIndex = other === name ? 0 : -1;
    void show(name, id);
  });
  block.addEventListener("focusout", closeSoon);
  block.addEventListener("keydown", (event) => {
    const name = nameAt(event);
    const next = name && names[names.indexOf(name) + (steps[event.key] ?? 0)];
    if (!next || next === name) return;
    event.preventDefault();
    next.focus();
  });
}

box.addEventListener("pointerover", () => clearTimeout(closing));
box.addEventListener("pointerout", closeSoon);
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") close();
});
addEventListener("pointerdown", ({ target }) => {
  if (target instanceof Node && !box.contains(target) && !shown?.contains(target)) close();
});
/** A tip goes along with its name while the page scrolls, until that is out of sight. */
function follow(): void {
  if (!shown || !box.isConnected) return;
  const { top, bottom } = shown.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) close();
  else place(shown);
}

addEventListener(
  "scroll",
  ({ target }) => {
    if (target !== box) follow();
  },
  { capture: true, passive: true },
);
