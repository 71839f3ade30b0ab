import type { rule as source } from '../zh-CN/rule.ts'

export const rule = {
  'rule.open':
    'The rule of "{name}" leaves something open: {readings}. Confirm one reading, or write it into the sentence.',
  'rule.answerUnknown': 'An answer given for "{name}" is not one of the choices. Confirm it again.',
  'rule.textDiffers':
    'The sentence of "{name}" does not say what the stored rule computes, which is: {said} Rewrite the sentence or read it again.',
  'rule.textNotUnderstood':
    'Part of the sentence of "{name}" was not understood: "{words}". Rewrite that part, or choose judged marks.',
  'rule.vague':
    'In the rule of "{name}" the word "{word}" has no definite limit; two scorers may read it differently. State a quantity, a time or a test.',
  'rule.tiersOverlap': 'Two bands of "{name}" overlap, so one figure falls into both. Check their limits.',
  'rule.tiersGap':
    'The bands of "{name}" leave a gap: some figures belong to none. Fill it, or say how all others score.',
  'rule.tierUnreachable': 'One band of "{name}" can never apply. Check the limits and their order.',
  'rule.fullMarkUnreachable':
    'Under the rule of "{name}" at most {points} points can be reached, less than its marks. Check the marks or the rule.',
  'rule.aboveFullMark':
    'Under the rule of "{name}" up to {points} points can be reached, more than its marks. State whether there is a cap.',
  'rule.entriesSum': 'The entries of "{name}" add up to {sum}, which is not its mark. Check them.',
  'rule.stepSize': 'The step that a rule counts by ("for every …") must be greater than zero. Correct it.',
  'rule.sideUnsaid': 'The rule of "{name}" only adds points and does not say what falling short costs. Complete it.',
  'rule.unitMismatch': 'The rule of "{name}" uses two units of measure. Use one.',
  'rule.rangeEmpty': 'In the rule of "{name}" the lower limit is above the upper one. Correct it.',
  'rule.malformed': 'The stored rule of "{name}" is incomplete and cannot be computed. Read the sentence again.',
  'rule.fullMark': 'The mark is missing or not a number, so nothing can be scored. Enter the mark first.',
  'rule.factKind': 'The kind of datum is not what the rule asks for. Check the type of the data element.',
  'rule.factValue': 'The datum is not a number. Check what was reported.',
  'rule.countNotWhole': 'A count must be zero or a positive whole number. Check what was reported.',
  'rule.tickUnknown': 'An entry was ticked that is not on the list. Tick again on the current list.',
  'rule.judgementOutOfRange': 'The judged marks lie outside the range that the rule states. Stay within it.',
  'rule.notUnderstood': 'The sentence was not understood in full. Rewrite the marked words, or choose judged marks.',
  'rule.unreadable': '"{text}" was not understood. Rewrite it so that it can be computed, or choose judged marks.',
  'rule.outOfPlace': '"{text}" does not go with the method before it. State the two apart, or choose judged marks.',
  'rule.empty': 'There is no scoring sentence yet.',
  'rule.tooLong': 'The scoring sentence is too long. Keep what scores, and move background to the indicator card.',
  'exact.malformed': '"{text}" is not a number. Check it.',
  'exact.tooLong': 'The number is too long; at most {limit} characters are possible. Check it.',
  'loss.ratio': 'Completion rate below full',
  'loss.notMet': 'Requirement not met',
  'loss.tier': 'Band below the top',
  'loss.below': 'Below the requirement',
  'loss.above': 'Above the requirement',
  'loss.count': 'Deducted per case',
  'loss.credit': 'Fewer completed than full',
  'loss.entry': 'Entry not met',
  'loss.entriesSum': 'Entries below the mark',
  'loss.judged': 'Judged below full',
  'loss.notConcerned': 'Not concerned',
  'loss.rounding': 'Rounding',
} as const satisfies Record<keyof typeof source, string>
