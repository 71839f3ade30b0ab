import { figureDraft } from '@quanheng/contract/datum'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, useDraft } from '../../shared/form/use-draft.ts'
import { blankEdit, type Edit, type Edits } from './edit.ts'
import type { DatumRow } from './row.ts'

export interface EditStore {
  readonly edits: Edits
  readonly of: (row: DatumRow) => Edit
  readonly change: (row: DatumRow, part: Partial<Edit>) => void
  /** After these were reported: the stored draft no longer holds them either. */
  readonly forget: (ids: readonly string[]) => void
  readonly draft: Draft<Edits>
}

const withoutBlanks = (edits: Edits): Edits =>
  Object.fromEntries(Object.entries(edits).filter(([, edit]) => edit.text.trim() !== ''))

/** A reason is kept as well as a value: who begins with the reason loses nothing. */
const worthKeeping = (edits: Edits): Edits =>
  Object.fromEntries(
    Object.entries(edits).filter(([, { text, reason, lateReason }]) => `${text}${reason}${lateReason}`.trim() !== ''),
  )

/** Everything typed into the table and not yet reported: kept on the server a moment after the last key, for this person. */
export const useEdits = (): EditStore => {
  const [edits, setEdits] = useState<Edits>({})
  const draft = useDraft<Edits>(figureDraft, worthKeeping(edits), Object.keys(edits).length > 0)
  const restored = useRef(false)
  useEffect(() => {
    if (restored.current || draft.restored === undefined) return
    restored.current = true
    const kept = draft.restored
    setEdits((typed) => ({ ...kept, ...typed }))
  }, [draft.restored])
  const of = useCallback((row: DatumRow) => edits[row.id] ?? blankEdit(row), [edits])
  const change = useCallback(
    (row: DatumRow, part: Partial<Edit>) =>
      setEdits((before) => ({ ...before, [row.id]: { ...(before[row.id] ?? blankEdit(row)), ...part } })),
    [],
  )
  const latest = useRef(edits)
  latest.current = edits
  const { keep, drop } = draft
  const forget = useCallback(
    (ids: readonly string[]) => {
      const left = Object.fromEntries(Object.entries(latest.current).filter(([id]) => !ids.includes(id)))
      setEdits(left)
      const typed = worthKeeping(left)
      void (Object.keys(typed).length > 0 ? keep(typed) : drop())
    },
    [keep, drop],
  )
  return { edits: withoutBlanks(edits), of, change, forget, draft }
}
