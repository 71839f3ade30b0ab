import type { PostKind } from '../ability/posts.ts'
import { commandsFor } from '../kernel/transition.ts'
import type { Sheet } from './model.ts'
import { nextRole, type SigningOrder } from './signing.ts'
import { type SheetCommandKind, sheetWorkflow } from './transitions.ts'

/** What takes a sheet forward now, and which posts of its scorer do it. */
export interface SheetNextAct {
  readonly command: SheetCommandKind
  readonly posts: readonly PostKind[]
}

/** Undefined once the sheet waits for nobody on the scoring side. */
export const nextSheetAct = (sheet: Sheet, order: SigningOrder): SheetNextAct | undefined => {
  switch (sheet.state) {
    case 'toScore':
    case 'returned':
      return { command: 'score', posts: handlerPosts(order) }
    case 'scored':
    case 'awaitingHead':
      return { command: 'sign', posts: nextRole(sheet, order)?.posts ?? [] }
    case 'signed':
      return { command: 'openVerification', posts: [...handlerPosts(order), 'sectionHead', 'officeDirector'] }
    default:
      return undefined
  }
}

const handlerPosts = ({ map }: SigningOrder): readonly PostKind[] =>
  map.find(({ role }) => role === 'handler')?.posts ?? ['handler', 'officeStaff']

/** What holders of these posts may do with the sheet as it stands; whose turn a signature is, the signing order says. */
export const maySheet = (
  sheet: Sheet,
  posts: readonly PostKind[],
  order: SigningOrder,
): readonly SheetCommandKind[] => {
  const due = nextRole(sheet, order)
  return [...new Set(posts.flatMap((post) => commandsFor(sheetWorkflow, sheet.state, post)))].filter(
    (command) => command !== 'sign' || posts.some((post) => due?.posts.includes(post)),
  )
}
