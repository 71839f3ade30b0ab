import type { CircularContent } from '@quanheng/domain/circular/model'
import type { Supervision } from '@quanheng/domain/supervision/model'
import { upheldOf } from '@quanheng/domain/supervision-visit/model'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import { sentence } from '@quanheng/papers/paper/text'
import type { Reader } from '../../platform/database/database.ts'
import { namesOf } from '../scoring/index.ts'
import { visitKeeper } from './store.ts'

const period = ({ from, to }: Supervision['content']): string => `${sayDay(from)}至${sayDay(to)}`

const found = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? ['各单位工作总体符合要求，未发现须整改的问题。'] : lines

/** 督查通报 as a draft: what was looked at, what was found where and stands, what is to be done. Addressed to the visited units and the group. */
export const circularOf = async (db: Reader, { id, content, standing }: Supervision): Promise<CircularContent> => {
  const rows = await db.selectFrom('supervision_visit').selectAll().where('supervision_id', '=', id).execute()
  const order = new Map(content.unitIds.map((unitId, at) => [unitId, at]))
  const visits = (await visitKeeper.complete(db, rows))
    .map(({ model }) => model)
    .filter(({ state }) => state === 'settled')
    .toSorted((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0))
  const names = await namesOf(db, { units: visits.map(({ unitId }) => unitId) })
  const upheld = visits.flatMap((visit) =>
    upheldOf(visit).map((one) => ({ ...one, unit: names.get(visit.unitId) ?? '' })),
  )
  const units = new Set(upheld.map(({ unit }) => unit)).size
  const word = label('zh-CN', 'supervisionKind', content.kind)
  return {
    kind: 'circular',
    topic: 'arrangement',
    title: `关于${content.title}情况的通报`,
    source: '',
    body: [
      `根据${content.basis}，经领导小组批准，考评办于${period(content)}开展${word}，走访${visits.length}个单位。现将有关情况通报如下。`,
      '一、总体情况',
      `本次督查内容为${content.subjects.join('、')}。`,
      ...(standing.conclusion?.words ? standing.conclusion.words.split('\n') : []),
      '二、发现的问题',
      ...(upheld.length === 0 ? [] : [`共发现须整改的问题${upheld.length}个，涉及${units}个单位。`]),
      ...found(
        upheld.map(({ unit, finding, words, due }) => {
          const level = label('zh-CN', 'seriousness', finding.seriousness)
          return `${unit}（${finding.subject}，${level}）：${sentence(finding.fact.replaceAll('\n', ' '))}整改要求：${sentence(words)}整改时限：${sayDay(due)}。`
        }),
      ),
      '三、有关要求',
      ...(upheld.length === 0
        ? ['请各单位继续抓好落实。']
        : ['请有关单位按整改通知书要求报送整改方案，按期完成整改并附佐证材料；考评办将逐项复查，整改到位的予以销号。']),
    ].join('\n'),
    files: [],
    to: { group: true, unitIds: visits.map(({ unitId }) => unitId), posts: [] },
    signBy: '',
  }
}
