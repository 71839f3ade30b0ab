import { digestOf } from '@quanheng/domain/kernel/digest'
import { checkCode } from '@quanheng/domain/signature/check-code'
import type { DrawRecord } from '@quanheng/domain/verification/draw-record'
import type { RiskFactor } from '@quanheng/domain/verification/weighing'
import { label } from '@quanheng/messages/labels'
import type { Text } from '@quanheng/papers/paper/model'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import { minuteOf } from '../../platform/door/context.ts'
import { sha256 } from '../../platform/log/means.ts'
import type { residualShown } from './show.ts'

const saidAt = (instant: string): string => minuteOf(new Date(instant))

/** 见证签字 with what was proved before it: a signature from before that was kept says no more than it knows. */
const witnessOf = ({ witness, attested }: DrawRecord): string =>
  attested
    ? `${witness}（${saidAt(attested.at)}见证签字，${label('zh-CN', 'signatureMeans', attested.proof ?? 'screen')}）`
    : `${witness}（未签字）`

/** Of an agreed seed: what each party filed before the list was fixed. */
const committedIn = ({ commitments = [] }: DrawRecord): FormSheet['facts'] =>
  commitments.map(({ by, digest, at }) => ({ label: '事先承诺', value: `${by}（${saidAt(at)}）：${digest}` }))

const factsOf = (record: DrawRecord): FormSheet['facts'] => [
  { label: '考评方案', value: record.plan },
  { label: '指标名称', value: record.indicator },
  { label: '抽样时间', value: saidAt(record.at) },
  { label: '抽取家数', value: String(record.size) },
  { label: '抽样人', value: record.drawnBy },
  { label: '监督人', value: witnessOf(record) },
  { label: '种子', value: record.seed },
  { label: '种子来源', value: record.seedParts.map(({ by, value }) => `${by}：${value}`).join('；') },
  ...committedIn(record),
  { label: '算法', value: record.algorithm },
  { label: '名单校验码', value: record.populationDigest },
]

const cancelledIn = ({ cancelled }: DrawRecord): readonly string[] =>
  cancelled === null
    ? []
    : [`本次抽样已由${cancelled.by}于${saidAt(cancelled.at)}作废，理由：${cancelled.reason}。抽出的单位不再核验。`]

interface Around {
  /** 按风险加权: what adds how much to a unit's risk of 1. */
  readonly factors: readonly RiskFactor[]
  /** Units that were chosen and not drawn, each with the reason. */
  readonly chosen: readonly { readonly name: string; readonly reason: string }[]
  /** 抽样推断, once every unit drawn was verified. */
  readonly residual: ReturnType<typeof residualShown>
}

const notesOf = ({ factors, chosen, residual }: Around): readonly Text[] => [
  ...(factors.length === 0
    ? []
    : [
        `按风险加权：基数1，${factors.map(({ fact, adds }) => `${label('zh-CN', 'riskFact', fact)}加${adds}`).join('、')}；抽中机会与权数成正比。`,
      ]),
  ...(chosen.length === 0
    ? []
    : [
        `重点核验的单位不是抽出来的，不列入名单：${chosen.map(({ name, reason }) => `${name}（${reason}）`).join('、')}。`,
      ]),
  ...(residual === null
    ? []
    : [
        `抽样推断：抽查${residual.drawn}家，${residual.bad}家应予改动；按入样概率推算，全名单${residual.listed}家中约${residual.estimated}家有此情形。有${residual.confidence}%的把握，全名单至多${residual.atMost}家。`,
      ]),
  '复核办法：名单按编号排序，以种子、层名、序号依次求SHA-256，按公布的算法取余抽取，结果应与本表一致。用平台下载的记录文件，可在任何一台计算机上离线重抽。',
]

/** 抽样记录表: the whole list in its order with the units drawn, and all that repeats the draw, to be signed by whoever drew and whoever saw it. */
export const drawPaper = (
  record: DrawRecord,
  around: Around & { readonly organ: string },
  { today, seal }: { readonly today: string; readonly seal: string | undefined },
): FormSheet => {
  const listed = record.strata.flatMap(({ key, units }) => units.map((unit) => ({ ...unit, stratum: key })))
  const weighed = listed.some(({ risk }) => risk !== undefined)
  const layered = record.strata.length > 1
  const place = (stratum: string, code: string): string => {
    const at = record.picked.findIndex((one) => one.stratum === stratum && one.code === code)
    return at < 0 ? '' : String(at + 1)
  }
  const content = {
    title: '抽样记录表',
    organ: around.organ,
    orientation: 'portrait',
    facts: factsOf(record),
    prose: cancelledIn(record),
    columns: [
      { header: '序号', width: 12, kind: 'text' },
      ...(layered ? [{ header: '分组', width: 26, kind: 'text' } as const] : []),
      { header: '编号', width: 40, kind: 'text' },
      { header: '单位', width: 52, kind: 'text' },
      ...(weighed
        ? [
            { header: '风险权数', width: 20, kind: 'quantity' } as const,
            { header: '入样概率', width: 22, kind: 'quantity' } as const,
          ]
        : []),
      { header: '抽出次序', width: 20, kind: 'quantity' },
    ],
    rows: listed.map(({ stratum, code, name, risk, chance }, row) => [
      String(row + 1),
      ...(layered ? [stratum] : []),
      code,
      name,
      ...(weighed ? [risk === undefined ? '—' : String(risk), chance ?? '—'] : []),
      place(stratum, code),
    ]),
    notes: notesOf(around),
    signatures: [{ role: '抽样人' }, { role: '监督人' }],
  } as const satisfies Omit<FormSheet, 'checkCode'>
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'drawPaper', ...content }))
  return { ...content, checkCode: code, label: '内部资料', on: today, ...(seal && { seal }) }
}
