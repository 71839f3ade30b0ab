import { postsGiving } from '../kernel/transition.ts'
import { type SheetCommandKind, sheetWorkflow } from '../sheet/transitions.ts'
import type { PostKind } from './posts.ts'

const giving = (command: SheetCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(sheetWorkflow, command),
})

const readers = [
  'officeDirector',
  'officeStaff',
  'principal',
  'leaderInCharge',
  'sectionHead',
  'handler',
  'verificationLead',
  'verifier',
  'clerk',
  'observer',
] as const satisfies readonly PostKind[]

/** Preliminary scoring (C-4.2): read from the transition table, so that door and workflow cannot disagree. */
export const scoringAbilities = {
  'sheet.read': { posts: readers },
  'item.record': giving('score'),
  'sheet.score': giving('score'),
  'sheet.sign': giving('sign'),
  'sheet.registerPaper': giving('registerPaper'),
  'sheet.confirmPaper': giving('confirmPaper'),
  'sheet.refusePaper': giving('refusePaper'),
  'sheet.recall': giving('recall'),
  'sheet.return': giving('return'),
} as const
