import type { superiorPlan as zhCN } from '../zh-CN/superior-plan.ts'

export const superiorPlan = {
  'superiorPlan.notNow': 'This cannot be done to the plan as it stands. Where it is issued, begin a revision first.',
  'superiorPlan.notYours': 'Your present post cannot do this. The office divides, its head issues.',
  'superiorPlan.otherUnit': 'The office that registered this plan does this.',
  'superiorPlan.titleMissing': 'Give the title of the superior’s plan.',
  'superiorPlan.issuerMissing': 'Say which superior issued the plan.',
  'superiorPlan.nameMissing': 'Give the name of the indicator.',
  'superiorPlan.nameTwice': 'The indicator “{name}” stands twice. Join the two, or tell them apart by name.',
  'superiorPlan.notPositive': 'Marks are more than 0. Leave the field empty where there are none.',
  'superiorPlan.indicatorUnknown': 'The plan has no such indicator any more. Reload the page.',
  'superiorPlan.shareTwice': 'One unit (section) stands twice under “{name}”. Make it one line.',
  'superiorPlan.unitUnknown': 'The unit is not registered or closed. Choose again.',
  'superiorPlan.sectionUnknown': 'The section is not of this unit or closed. Choose again.',
  'superiorPlan.noticeEmpty':
    'No indicator was found in this notice. Go through it under notices first, or import a workbook.',
  'superiorPlan.tableFaults':
    '{count} places of the table need correction. Download the marked workbook, correct it and upload it again.',
  'superiorPlan.calendarWrong': 'The calendar does not hold: by working day 1 to 20 after the period, from a day on.',
  'superiorPlan.scoreNegative': 'A score is not below 0. Enter 0 for none, and leave empty what was not scored.',
  'superiorPlan.verdictMissing': 'Enter the score of at least one indicator.',
  'superiorPlan.verdictInFuture': 'The day lies after today. Check it.',
  'superiorPlan.nothingDivided': 'There are no indicators yet, and nothing to issue. Enter and divide them first.',
  'superiorPlan.breakdownFaults':
    '{count} places of the breakdown are open, listed above it. Settle them, then issue it.',
  'superiorPlan.reasonMissing': 'Give the reason: of a revision, of issuing a revised breakdown, of a cancellation.',
  'breakdown.markMissing': '“{name}” has no marks. Take them from the superior’s plan.',
  'breakdown.leadMissing': '“{name}” has no lead unit yet. Divide it and name one.',
  'breakdown.leadTwice': '“{name}” has {count} lead units. Leave one; the others support.',
  'breakdown.targetSum':
    'The targets of “{name}” add up to {sum}, the superior asks {whole}. Correct them, or let each bear the whole.',
  'breakdown.targetEach':
    'Each unit bears “{name}” whole: its target is {whole}, or empty for one that bears none; at least one bears it.',
  'breakdown.markSum': 'The marks of “{name}” add up to {sum}, the superior gives {whole}. Correct them.',
  'breakdown.markEach':
    'Each unit bears “{name}” whole: its marks are {whole}, or empty for one that bears none; at least one bears them.',
  'breakdown.dueLate': 'A unit’s day for “{name}” is later than the superior’s, {due}. Move it forward.',
} as const satisfies Record<keyof typeof zhCN, string>
