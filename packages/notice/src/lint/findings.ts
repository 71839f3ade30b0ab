import type { Severity } from '@quanheng/domain/plan/findings'
import type { Span } from '../text/document.ts'

/** The code that is printed; several kinds of one defect share it. */
export type LintCode =
  | 'date-contradiction'
  | 'same-day-review'
  | 'non-working-day'
  | 'late-plan'
  | 'body-two-names'
  | 'object-not-addressed'
  | 'missing-annex'
  | 'sum-mismatch'
  | 'count-mismatch'
  | 'band-overlap'
  | 'band-gap'
  | 'unowned-indicator'
  | 'partial-responsibility'
  | 'undefined-source'
  | 'personal-contact'
  | 'phone-without-area-code'
  | 'malformed-number'
  | 'stray-space'
  | 'vague-wording'
  | 'praise-bonus'
  | 'evidence-burden'
  | 'asked-twice'
  | 'ocr-slip'
  | 'wording'
  | 'garbled-text'
  | 'incomplete-text'
  | 'tracked-changes'
  | 'unreadable-page'
  | 'hidden-sheet'

interface Kind {
  readonly code: LintCode
  readonly severity: Severity
  readonly proposals: readonly `notice.propose.${string}`[]
}

const must = (code: LintCode, ...proposals: Kind['proposals']): Kind => ({ code, severity: 'mustFix', proposals })
const note = (code: LintCode, ...proposals: Kind['proposals']): Kind => ({ code, severity: 'note', proposals })

/** Every defect that the reader reports, with what a person may do about it. Nothing is repaired by itself. */
export const findingKinds = {
  'notice.impossibleDay': must('date-contradiction', 'notice.propose.checkOriginal'),
  'notice.dueAfterUse': must('date-contradiction', 'notice.propose.earlierDue', 'notice.propose.splitScore'),
  'notice.printedBeforeSigned': must('date-contradiction', 'notice.propose.checkOriginal'),
  'notice.numberOfOtherYear': note('date-contradiction', 'notice.propose.checkOriginal'),
  'notice.twoDaysOfForce': note('date-contradiction', 'notice.propose.nameDay'),
  'notice.forceBeforeSigned': note('date-contradiction', 'notice.propose.nameDay'),
  'notice.reviewSameDay': must('same-day-review', 'notice.propose.earlierDue', 'notice.propose.laterReview'),
  'notice.dayOff': note('non-working-day', 'notice.propose.workingDayBefore', 'notice.propose.keepAsWritten'),
  'notice.weekendUnknown': note('non-working-day', 'notice.propose.checkCalendar'),
  'notice.lateInYear': note('late-plan', 'notice.propose.fromIssueOn'),
  'notice.sectionTwoNames': must('body-two-names', 'notice.propose.oneName'),
  'notice.bodyTwoNames': must('body-two-names', 'notice.propose.oneName'),
  'notice.ownBodyTwoKinds': must('body-two-names', 'notice.propose.oneName'),
  'notice.objectNotAddressed': note('object-not-addressed', 'notice.propose.addAddressee'),
  'notice.annexMissing': must('missing-annex', 'notice.propose.addAnnex', 'notice.propose.awaitAnnex'),
  'notice.annexUnlisted': must('missing-annex', 'notice.propose.addAnnex'),
  'notice.partsDoNotSum': must('sum-mismatch', 'notice.propose.checkMarks'),
  'notice.totalDiffers': must('sum-mismatch', 'notice.propose.checkMarks'),
  'notice.weightsDoNotSum': must('sum-mismatch', 'notice.propose.checkMarks'),
  'notice.countDiffers': must('count-mismatch', 'notice.propose.checkList'),
  'notice.bandsOverlap': must('band-overlap', 'notice.propose.edgeRule'),
  'notice.bandsGap': must('band-gap', 'notice.propose.edgeRule'),
  'notice.ownerMissing': must('unowned-indicator', 'notice.propose.nameOwner'),
  'notice.partOnly': must('partial-responsibility', 'notice.propose.nameOwnerOfRest'),
  'notice.sourceUnnamed': note('undefined-source', 'notice.propose.nameSource'),
  'notice.personInPublic': note('personal-contact', 'notice.propose.officePhone'),
  'notice.areaCodeMissing': note('phone-without-area-code', 'notice.propose.addAreaCode'),
  'notice.numberMalformed': note('malformed-number', 'notice.propose.numberForm'),
  'notice.spaceInName': note('stray-space', 'notice.propose.closeUp'),
  'notice.vague': note('vague-wording', 'notice.propose.measurable'),
  'notice.praiseScored': must('praise-bonus', 'notice.propose.dropPraise'),
  'notice.burden': note('evidence-burden', 'notice.propose.lessEvidence'),
  'notice.sameEvidence': note('asked-twice', 'notice.propose.askOnce'),
  'notice.sameIndicator': note('asked-twice', 'notice.propose.askOnce'),
  'notice.letterForDigit': note('ocr-slip', 'notice.propose.checkOriginal'),
  'notice.doubledWord': note('ocr-slip', 'notice.propose.checkOriginal'),
  'notice.otherSelfName': note('wording', 'notice.propose.oneName'),
  'notice.deputiesUnknown': note('wording', 'notice.propose.addDeputies'),
  'notice.twoLeads': note('wording', 'notice.propose.leadAndOwner'),
  'notice.lostBy': note('wording', 'notice.propose.checkOriginal'),
  'notice.lostColon': note('wording', 'notice.propose.checkOriginal'),
  'notice.postsDiffer': note('wording', 'notice.propose.samePosts'),
  'notice.mixedPunctuation': note('wording', 'notice.propose.fullWidth'),
  'notice.unreadableSigns': must('garbled-text', 'notice.propose.checkOriginal'),
  'notice.cutOff': must('incomplete-text', 'notice.propose.wholeText'),
  'notice.beginsInside': must('incomplete-text', 'notice.propose.wholeText'),
  'notice.trackedChanges': must('tracked-changes', 'notice.propose.acceptChanges'),
  'notice.pagesUnreadable': must('unreadable-page', 'notice.propose.textFile'),
  'notice.sheetHidden': note('hidden-sheet', 'notice.propose.showSheet'),
} as const satisfies Record<`notice.${string}`, Kind>

export type FindingKind = keyof typeof findingKinds
export type ProposalKind = (typeof findingKinds)[FindingKind]['proposals'][number]

export interface Finding {
  readonly kind: FindingKind
  readonly at: Span
  readonly params?: Readonly<Record<string, string>>
}
