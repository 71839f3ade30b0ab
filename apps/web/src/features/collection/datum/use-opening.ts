import { openData } from '@quanheng/contract/datum'
import { useEffect, useRef } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import type { DatumRow } from '../row.ts'

/** Records that the next post has these figures before its eyes, once each; a refusal stops nobody from reading them. */
export const useOpening = (rows: readonly Pick<DatumRow, 'id' | 'may' | 'version'>[]): void => {
  const { run } = useCommand(openData)
  const told = useRef('')
  const fresh = rows.filter(({ may }) => may.includes('open'))
  const named = fresh.map(({ id, version }) => `${id} ${version}`).join()
  useEffect(() => {
    if (named === '' || told.current === named) return
    told.current = named
    void run({ body: { rows: named.split(',').map((one) => ({ datumId: one.split(' ')[0] ?? '' })) } })
  }, [named, run])
}
