import type { Datum } from '../datum/model.ts'
import type { RunContent } from '../result/run-content.ts'

/**
 * Figures as a locked version had them, whatever was reopened, corrected or returned since: those that its rows cite in the version
 * cited, as closed; of the others nothing that was handed in after the lock.
 * @param lockedAt RFC 3339
 */
export const lockedData = (
  data: readonly Datum[],
  run: Pick<RunContent, 'leaves'>,
  lockedAt: string,
): readonly Datum[] => {
  const cited = new Map(
    run.leaves.flatMap(({ cites }) =>
      cites.flatMap((cite) =>
        (cite.kind === 'sheet' ? cite.data : []).map((one) => [one.datumId, one.version] as const),
      ),
    ),
  )
  const lock = Date.parse(lockedAt)
  return data.map((datum): Datum => {
    const version = cited.get(datum.id)
    if (version !== undefined) return { ...datum, state: 'closed', final: version }
    return { ...datum, versions: datum.versions.filter(({ at }) => Date.parse(at) <= lock) }
  })
}
