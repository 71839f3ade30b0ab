import { leastSecret } from '@quanheng/domain/evaluation/channel'
import type { Evaluation } from '@quanheng/domain/evaluation/model'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { TakenOut } from '../../platform/jobs/list-file.ts'
import { nameOf } from './papers.ts'

export interface ShownSlip {
  readonly channelKey: string
  readonly unitId: string
  readonly serial: string
  readonly mark: string | null
}

/** The list of slips that is made known after closing; of a unit with too few, the serials alone. */
export const boxShown = ({ standing, content }: Evaluation): readonly ShownSlip[] => {
  const box = standing.box ?? []
  const counts = Map.groupBy(box, ({ channelKey, unitId }) => `${channelKey} ${unitId}`)
  return box.map(({ channelKey, unitId, serial, mark }) => {
    const least = content.channels.find(({ key }) => key === channelKey)?.minimum ?? leastSecret
    const isEnough = (counts.get(`${channelKey} ${unitId}`)?.length ?? 0) >= least
    return { channelKey, unitId, serial, mark: isEnough ? mark : null }
  })
}

const columns: readonly TableColumn[] = [
  { key: 'channel', header: '渠道', width: 18, kind: 'text' },
  { key: 'unit', header: '单位', width: 28, kind: 'text' },
  { key: 'serial', header: '票号', width: 36, kind: 'text' },
  { key: 'mark', header: '评价', width: 12, kind: 'text' },
]

/** 公布的票: from which anybody counts again. */
export const slipsTable = (evaluation: Evaluation, said: (id: string) => string): TakenOut => ({
  title: `${evaluation.content.title}公布的票`,
  columns,
  rows: boxShown(evaluation).map(({ channelKey, unitId, serial, mark }) => {
    const channel = evaluation.content.channels.find(({ key }) => key === channelKey)
    return {
      channel: channel?.name,
      unit: said(unitId),
      serial,
      mark: mark === null || !channel ? '票数不足，不列' : nameOf(channel, mark),
    }
  }),
  scope: '',
})
