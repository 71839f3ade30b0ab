import type { Datum } from '../datum/model.ts'
import type { PlanContent } from '../plan/model.ts'
import type { ReportingFigures } from './model.ts'

/** When each body handed in its figures: the first version of each, by the element's due day. Those that owe most hurry first. */
export const reportingFigures = (
  { dataElements }: Pick<PlanContent, 'dataElements'>,
  data: readonly Datum[],
): readonly ReportingFigures[] => {
  const dueOf = new Map(dataElements.map(({ key, due }) => [key, due]))
  const given = data.flatMap(({ unitId, elementKey, versions }) => {
    const reported = versions.filter(({ stage }) => stage === 'reported')
    const [first] = reported
    const due = dueOf.get(elementKey)
    return first ? [{ unitId, first, due, times: reported.length }] : []
  })
  return [...Map.groupBy(given, ({ unitId }) => unitId)]
    .map(([unitId, figures]) => ({
      unitId,
      figures: figures.length,
      onLastDay: figures.filter(({ first, due }) => first.receivedOn === due).length,
      late: figures.filter(({ first }) => first.late !== undefined).length,
      changed: figures.filter(({ times }) => times > 1).length,
    }))
    .sort((a, b) => b.onLastDay + b.late - a.onLastDay - a.late)
}
