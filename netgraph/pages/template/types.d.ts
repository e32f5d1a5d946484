// What the page carries and what the scripts hand one another. Python writes the data; see
// netgraph/pages/map.py and tree.py.

declare const vis: any;

interface Window {
  netgraph: any;
}

/** Numbers as a type code and base 64, see columns.js. */
type Packed = string;
/** Texts one a line. */
type Lines = string;

interface Suggested {
  i: number;
  score: number;
  ask: string;
  sentence: string;
  likely: string;
  toward: { i?: number; name?: string };
  reasons: string[];
}

interface Wedge {
  name: string;
  years: string;
  kind: "goal" | "place" | "time" | "rest" | "all";
  people: number;
  from: number;
  to: number;
}

interface Life {
  hub: number;
  rim: number;
  wedges: Wedge[];
}

interface MapData {
  as_of: string;
  ego: string;
  by: string;
  names: Lines;
  titles: Lines;
  companies: Lines;
  evidences: Lines;
  plain: Record<number, string>;
  life: Life | null;
  columns: Record<string, Packed>;
  groups: { names: Packed; discs: Packed; sizes: Packed; kinds: Packed; wedges: Packed };
  standings: string[];
  even: number;
  past: { who: Packed; where: Packed };
  ties: { a: Packed; b: Packed; basis: Packed; left_out: number };
  doors: [number, number, string][];
  next: Suggested[];
  goals: { name: string; fit: Packed }[];
  due: [number, string[]][];
  paths: { people: number[]; words: string }[];
  employers: Record<string, string[]>;
  story: [number, string][];
  handles: Record<number, string>;
  commands: boolean;
  links: string[];
}

interface TreeData {
  as_of: string;
  outcomes: string[];
  names: string[];
  works: string[];
  companies: string[];
  plain: Record<number, string>;
  parents: number[];
  others: [number, number][];
  outcome: number[];
  status: string[];
  named: number[];
  met: number[];
  yields: [number, number, number, number, number][];
  loops: [string, string][];
  links: string[];
}

/** Nodes and edges as pyvis made them. */
interface Objects {
  options: object;
  nodes: { id: string }[];
  edges: { id: string; from: string; to: string }[];
}

type Column = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array;

interface People {
  n: number;
  names: string[];
  evidences: string[];
  x: Column;
  y: Column;
  size: Column;
  group: Column;
  lead: Column;
  standing: Column;
  strength: Column;
  basis: Column;
  given: Column;
  taken: Column;
  balance: Column;
  since: Uint16Array;
  last: Column;
  evidence: Column;
  score: Column;
  rank: Map<number, number>;
  due: Map<number, string[]>;
  goals: { name: string; fit: Column }[];
  plain(i: number): string;
  titleOf(i: number): string;
  companyOf(i: number): string;
  workOf(i: number): string;
}

interface Disc {
  x: number;
  y: number;
  r: number;
}

interface Group extends Disc {
  name: string;
  first: number;
  end: number;
  kind: number;
  wedge: number;
}

interface Ties {
  a: Column;
  b: Column;
  basis: Column;
  inferred: number;
  leftOut: number;
  of(i: number): [number, number][];
}

interface Doors {
  all: [number, number, string][];
  into: Map<number, [number, string][]>;
  outOf: Map<number, [number, string][]>;
}

interface Mode {
  key: string;
  label: string;
  names: string[];
  colours: string[];
  shapes: string[];
  of(i: number): number;
  byCircle?: boolean;
}

type Test = (i: number) => unknown;

interface View {
  mode: Mode;
  hidden: Set<number>;
  filters: Map<string, Test>;
  selected: number;
  near: Set<number>;
  chain: (Set<number> & { routes: number[][] }) | null;
  known: boolean;
  doors: boolean;
  inferred: boolean;
  klass: Uint8Array;
  visible: Uint8Array;
  counts: number[];
  total: number;
  listen(listener: (change: any) => void): void;
  tell(change: unknown): void;
  update(changes?: Record<string, unknown>): void;
  setMode(key: string): void;
  toggle(k: number): void;
  filter(name: string, test: Test | null): void;
  faded(i: number): boolean;
  focused(): boolean;
  isThen(): boolean;
  tint(k: number): string;
}

type Box = [number, number, number, number];

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Place = (x: number, y: number) => [number, number];

interface MapState {
  data: MapData;
  people: People;
  groups: Group[];
  ties: Ties;
  doors: Doors;
  modes: Mode[];
  view: View;
  live: Set<number>;
  suggested: number[];
  marked: number[];
  ways: { i: number; to: { x: number; y: number; r: number } | null }[];
  painter: import("./painter.js").Painter;
  overlay: import("./overlay.js").Overlay;
  radius(i: number, scale: number): number;
}
