import { z } from 'zod';

/** Pixels of the system's desktop, as Electron counts them. */
const areaSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Area = z.infer<typeof areaSchema>;

const windowPlaceSchema = z.object({ bounds: areaSchema, maximized: z.boolean() });
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

export const smallestWindow = { width: 900, height: 600 } as const;
const usualWindow = { width: 1280, height: 820 } as const;

/** So much of the window's top edge has to be within reach, in pixels. */
const grip = { width: 160, height: 40 } as const;

/**
 * Where to show the window: where it was, unless that is out of reach now or was never told; then in the middle
 * of the first display. Never larger than a display.
 *
 * @param remembered what was read from the last session, of any shape
 * @param workAreas of every display there is, the primary one first
 */
export function placeWindow(remembered: unknown, workAreas: readonly Area[]): WindowPlace {
  const last = windowPlaceSchema.safeParse(remembered).data;
  const home = (last && workAreas.find((area) => canBeGrabbed(last.bounds, area))) ?? null;
  if (last && home)
    return { bounds: { ...last.bounds, ...within(last.bounds, home) }, maximized: last.maximized };
  const [primary = { x: 0, y: 0, ...usualWindow }] = workAreas;
  const size = within(last?.bounds ?? usualWindow, primary);
  return {
    bounds: {
      x: Math.round(primary.x + (primary.width - size.width) / 2),
      y: Math.round(primary.y + (primary.height - size.height) / 2),
      ...size,
    },
    maximized: last?.maximized ?? false,
  };
}

function canBeGrabbed(bounds: Area, area: Area): boolean {
  const seen = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return seen >= grip.width && bounds.y >= area.y && bounds.y + grip.height <= area.y + area.height;
}

function within(size: { width: number; height: number }, area: Area): { width: number; height: number } {
  return {
    width: Math.min(Math.max(size.width, smallestWindow.width), area.width),
    height: Math.min(Math.max(size.height, smallestWindow.height), area.height),
  };
}
