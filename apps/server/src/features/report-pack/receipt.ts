import { digestOf } from '@quanheng/domain/kernel/digest'
import type { ReportPack } from '@quanheng/domain/report-pack/model'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { Reader } from '../../platform/database/database.ts'
import { minuteOf } from '../../platform/door/context.ts'
import { sha256 } from '../../platform/log/means.ts'
import { namesFor } from '../collection/index.ts'
import { type IssuedPlan, issuedVersion } from '../plan/index.ts'

/** In groups of eight, as people compare them. */
const sayDigest = (digest: string): string => (digest.match(/.{8}/g) ?? []).join(' ')

/** Bytes as Windows shows them: two signs behind the point from a megabyte on. */
const saySize = (size: number): string =>
  size >= 1_048_576 ? `${(size / 1_048_576).toFixed(2)} MB` : `${Math.max(1, Math.ceil(size / 1_024))} KB`

const rowsOf = (pack: ReportPack, names: ReadonlyMap<string, string>): readonly (readonly string[])[] => {
  const rows = [
    ...pack.figures.map(({ datumId, text, release, asOf, reason }) => [
      '数据',
      names.get(datumId) ?? datumId,
      [text, `${label('zh-CN', 'release', release)}，截至${sayDay(asOf)}`, ...(reason ? [reason] : [])].join('；'),
    ]),
    ...pack.evidence.map((file) => [
      `佐证材料${file.number}`,
      `${file.name}（${saySize(file.size)}）`,
      sayDigest(file.sha256),
    ]),
    ...pack.originals.map((file) => ['盖章原件', `${file.name}（${saySize(file.size)}）`, sayDigest(file.sha256)]),
    ...pack.left.map((path) => ['未收', path, '不属于任何一项台账目录']),
  ]
  return rows.map((row, at) => [String(at + 1), ...row])
}

/** Names of figures as the plan's version had them: element, and the unit it is of where that is another. */
const figureNames = async (db: Reader, pack: ReportPack, plan: IssuedPlan | null) => {
  const ids = pack.figures.map(({ datumId }) => datumId)
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('datum').select(['id', 'element_key', 'unit_id']).where('id', 'in', ids).execute()
  const names = await namesFor(db, { units: rows.map(({ unit_id }) => unit_id) })
  const elements = new Map((plan?.content.dataElements ?? []).map(({ key, name }) => [key, name]))
  return new Map(
    rows.map(({ id, element_key, unit_id }) => {
      const name = elements.get(element_key) ?? element_key
      return [id, unit_id === pack.unitId ? name : `${names.unit(unit_id)}${name}`]
    }),
  )
}

/** 填报包回执: what was taken over from which file, by whom and when, with the digest of every file. */
export const receiptOf = async (
  db: Reader,
  pack: ReportPack,
  { today, seal }: { readonly today: string; readonly seal: string | undefined },
): Promise<FormSheet> => {
  const plan = await issuedVersion(db, pack.planId, pack.planNumber)
  const names = await namesFor(db, { units: [pack.unitId], authors: [pack.takenBy] })
  const { personId, post } = pack.takenBy
  const paper: Omit<FormSheet, 'checkCode'> = {
    title: '填报包回执',
    organ: names.unit(pack.unitId),
    orientation: 'landscape',
    facts: [
      { label: '填报单位', value: names.unit(pack.unitId) },
      { label: '考评方案', value: `${plan?.title ?? ''}（第${pack.planNumber}版）` },
      { label: '收回人', value: `${label('zh-CN', 'post', post)} ${names.person(personId)}` },
      { label: '收回时间', value: minuteOf(new Date(pack.takenAt)) },
      { label: '填报包文件', value: `${pack.file.name}（${saySize(pack.file.size)}，${sayDay(pack.madeOn)}制作）` },
      { label: '文件摘要', value: `SHA-256 ${sayDigest(pack.file.sha256)}` },
      {
        label: '收回内容',
        value: `数据${pack.figures.length}项，佐证材料${pack.evidence.length}份，盖章原件${pack.originals.length}份；未收${pack.left.length}份`,
      },
    ],
    columns: [
      { header: '序号', width: 10, kind: 'text' },
      { header: '类别', width: 22, kind: 'text' },
      { header: '名称', width: 54, kind: 'text' },
      { header: '填报值或文件摘要（SHA-256）', width: 114, kind: 'text' },
    ],
    rows: rowsOf(pack, await figureNames(db, pack, plan)),
    notes: ['数据收回后为填报人的草稿，由填报人核对后报送，由单位负责人确认。本回执不代替报送。'],
    signatures: [{ role: '填报人' }, { role: '单位负责人', stamped: true }],
  }
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'reportPackReceipt', id: pack.id, ...paper }))
  return { ...paper, checkCode: code, label: '内部资料', on: today, ...(seal && { seal }) }
}
