import { useEffect } from 'react'
import { rowOf } from '../../../shared/plan-diff/place.ts'

/** Marks the row that the address points to and brings it into view, once its tab is drawn. */
export const usePointedRow = (at: string | undefined, tab: string | undefined): void => {
  useEffect(() => {
    if (at === undefined || tab === undefined) return undefined
    const row = document.querySelector(`[data-at="${CSS.escape(rowOf(at))}"]`)
    row?.setAttribute('data-pointed', '')
    row?.scrollIntoView({ block: 'center' })
    return () => row?.removeAttribute('data-pointed')
  }, [at, tab])
}
