/**
 * Whose rows lose the ground of their signatures: nobody's, those of the units that changed, or every unit of the leaf.
 * A row of a group-relative sheet takes its whole sheet with it, and so does a row that not everybody has signed.
 */
export type RowsHit = 'none' | 'units' | 'leaf'

export interface Upstream {
  readonly rows: RowsHit
  /** What becomes of a locked version that is neither issued nor void; the paper over it goes with it. */
  readonly locked: 'falls' | 'stands'
  /** Who signs the rows again. `nobody`: the row left the plan, or no row fell. */
  readonly again: 'sameRoles' | 'otherScorer' | 'nobody'
  /** Refused while a signature covers it; what goes before it in the open. */
  readonly first?: 'datumReopened'
}

/**
 * Every way in which something under a signature can change, and exactly what falls (model.md, What is signed). The tests hold
 * the plan, sheets, locked versions and papers to this table, in the domain with random worlds and over HTTP one by one.
 */
export const upstreamChanges = {
  /** Words that only are shown: title, sentence beside its rule, task. A locked version names the plan version all the same. */
  planWords: { rows: 'none', locked: 'falls', again: 'nobody' },
  planRule: { rows: 'leaf', locked: 'falls', again: 'sameRoles' },
  planMark: { rows: 'leaf', locked: 'falls', again: 'sameRoles' },
  planTarget: { rows: 'units', locked: 'falls', again: 'sameRoles' },
  planGroup: { rows: 'units', locked: 'falls', again: 'sameRoles' },
  unitLeft: { rows: 'units', locked: 'falls', again: 'nobody' },
  /** 回避: the substitute of a unit that scores itself changes, and with it the sheet on which the unit stands. */
  substituteChanged: { rows: 'units', locked: 'falls', again: 'otherScorer' },
  /** 责任分工 moves to another section: what was signed stays signed. */
  responsibilityMoved: { rows: 'none', locked: 'falls', again: 'nobody' },
  /** A figure is corrected or reported anew: it leaves 已关闭 first. */
  datumReopened: { rows: 'units', locked: 'falls', again: 'sameRoles' },
  /** An open verification keeps its plan from being locked, so that no locked version can stand over the sheet. */
  findingAdopted: { rows: 'units', locked: 'stands', again: 'sameRoles' },
  /** Put forward after the signature: no part of what was signed. */
  evidenceAdded: { rows: 'none', locked: 'stands', again: 'nobody' },
  evidenceWithdrawn: { rows: 'units', locked: 'stands', again: 'nobody', first: 'datumReopened' },
  evidenceReplaced: { rows: 'units', locked: 'stands', again: 'nobody', first: 'datumReopened' },
  /** 会议核定调整: the signed sheet keeps the computed points; the paper before the meeting shows other ones. */
  meetingAdjusted: { rows: 'none', locked: 'falls', again: 'nobody' },
  /** A lead unit's report, under the totals of the year. */
  leadReportMoved: { rows: 'none', locked: 'falls', again: 'nobody' },
  /** A signer gets or gives up a post: what was signed under a post held on that day stays signed. */
  postChanged: { rows: 'none', locked: 'stands', again: 'nobody' },
} as const satisfies Record<string, Upstream>

export type UpstreamChange = keyof typeof upstreamChanges

/** Changes that let the signatures on a score sheet fall: what a signer is told before signing. */
export const voidingChanges = (Object.keys(upstreamChanges) as UpstreamChange[]).filter((change) => {
  const { rows, ...of }: Upstream = upstreamChanges[change]
  return rows !== 'none' && of.first === undefined
})
