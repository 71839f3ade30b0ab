import type { ReactNode } from 'react'

/** One part of the rule's sentence; `applied` is the part that decided this score. */
export interface RulePart {
  readonly text: string
  readonly applied: boolean
}

export interface WhyDatum {
  readonly id: string
  readonly name: string
  /** Exact text; `null` is missing. */
  readonly value: string | null
  readonly unit: string
  /** e.g. 市统计局 2024 年统计快报. */
  readonly source: string
  /** e.g. 2024年1—12月. */
  readonly period: string
  /** `YYYY-MM-DD` */
  readonly cutOff: string
  /** What was published since and does not count here, in words. */
  readonly later?: string
  readonly verified: boolean
}

export interface WhyEvidence {
  readonly id: string
  readonly name: string
  /** SHA-256, lower-case hex. */
  readonly digest: string
  readonly href?: string
}

export interface WhySignature {
  readonly post: string
  readonly person: string
  /** Instant, ISO 8601. */
  readonly at: string
  /** 内部审批确认, 纸质原件 … */
  readonly kind: string
  /** False once what it covered has changed. */
  readonly stands: boolean
}

export interface PlotPoint {
  readonly x: string
  readonly y: string
  /** Whose it is, where that may be said. */
  readonly unitName?: string
}

/** What the rule gives along the figure it measures, in exact text: straight between edges; on an edge only what `points` says. */
export interface WhyPlot {
  /** 完成率, 污水处理率 … */
  readonly measure: string
  readonly unit: string
  readonly own: PlotPoint
  readonly axis: { readonly from: string; readonly to: string }
  readonly edges: readonly string[]
  readonly stretches: readonly { readonly from: PlotPoint; readonly to: PlotPoint }[]
  readonly points: readonly PlotPoint[]
}

/** A drawing with the others of the group in it. */
export interface PeerPlot extends WhyPlot {
  readonly peers: readonly PlotPoint[]
}

/** Everything the drawer says; plain data, so that any page can open it from any number. */
export interface WhyScore {
  readonly unit: string
  readonly indicator: string
  /** Exact text; `null` while it cannot be computed. */
  readonly score: string | null
  readonly fullMark: string
  /** Where it cannot be computed: which datum is missing or which question is open. */
  readonly stoppedBy?: string
  readonly rule: readonly RulePart[]
  readonly clause: { readonly document: string; readonly article: string; readonly text?: string }
  /** The 批复 that set the unit's task, where one did. */
  readonly taskBasis?: string
  /** Who decided how the clause is read, where it had to be read. */
  readonly interpretation?: string
  /** The arithmetic line by line; the last line is the score. */
  readonly steps: readonly { readonly say: string; readonly value: string }[]
  readonly data: readonly WhyDatum[]
  readonly evidence: readonly WhyEvidence[]
  readonly signatures: readonly WhySignature[]
  /** 操作留痕 of the item, for whoever may see it. */
  readonly history?: ReactNode
  readonly plot?: PeerPlot
  /** The objection button while the window is open. */
  readonly objection?: ReactNode
}
