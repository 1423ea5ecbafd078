// Drawing points of one's own on the map: by click, drag and brush, or with the keyboard.
import { addPoint, formatPoints, movePoint, nearestPoint, parsePoints, removePoint, type OwnPoint } from "../../lib/own_points.ts";
import type { Spec } from "../../lib/protocol.ts";

type Place = readonly [number, number];

/** How near a pointer must be to take hold of a point, and how far apart brushed points are. */
const REACH = 0.09;
const APART = 0.14;

export class Drawing {
  /** The class that is drawn, or null to erase. */
  label: number | null = 0;
  /** The row that the reader stands on in the table: its point is lit. */
  row = -1;
  private held = -1;
  private last: Place | null = null;

  constructor(
    private readonly spec: () => Spec | null,
    private readonly change: (change: Partial<Spec>) => void,
  ) {}

  get points(): OwnPoint[] {
    const spec = this.spec();
    return spec?.data === "own" ? parsePoints(spec.points) : [];
  }

  /** A pointer was pressed: take hold of a point, or draw or erase one. */
  begin(place: Place): void {
    const { points } = this;
    this.held = nearestPoint(points, place, REACH);
    this.last = place;
    if (this.label === null) this.erase(place);
    else if (this.held < 0) this.set(addPoint(points, place, this.label));
  }

  /** The pressed pointer moves: what is held follows, otherwise more are drawn or erased. */
  move(place: Place): void {
    if (!this.last) return;
    if (this.label === null) return this.erase(place);
    if (this.held >= 0) return this.set(movePoint(this.points, this.held, place));
    if (Math.hypot(place[0] - this.last[0], place[1] - this.last[1]) < APART) return;
    this.last = place;
    this.set(addPoint(this.points, place, this.label));
  }

  end(): void {
    this.last = null;
    this.held = -1;
  }

  /** By keyboard: a point of the chosen class, or without one the nearest. */
  add(place: Place): void {
    if (this.label !== null) this.set(addPoint(this.points, place, this.label));
  }

  removeNearest(place: Place): void {
    this.set(removePoint(this.points, nearestPoint(this.points, place)));
  }

  set(points: readonly OwnPoint[]): void {
    const text = formatPoints(points);
    if (text !== this.spec()?.points) this.change({ points: text });
  }

  private erase(place: Place): void {
    const near = nearestPoint(this.points, place, REACH);
    if (near >= 0) this.set(removePoint(this.points, near));
  }
}
