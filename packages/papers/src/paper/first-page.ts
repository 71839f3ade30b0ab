import type { Letter } from './model.ts'
import { widthOf } from './text.ts'
import { titleLines } from './title.ts'

/** Lines of the first page that a head, title and addressees may take and still leave one for the body (7.3.2). */
const firstPageRoom = 11

/** Whether so many addressees leave room for body text on page 1; else they go into the 版记. */
export function fits({ addressees, title, signers = [], letterhead: { organs } }: Letter): boolean {
  const lines = Math.ceil(widthOf(`${addressees.join('，')}：`) / 28)
  const extra = Math.max(0, Math.ceil(signers.length / 2) - 1) + (organs.length - 1) * 2
  return lines + titleLines(title).length + extra <= firstPageRoom
}
