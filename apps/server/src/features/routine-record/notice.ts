import type { Refusal } from '@quanheng/contract/errors'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { printDate } from '@quanheng/domain/kernel/local-date'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { RoutineRecord } from '@quanheng/domain/routine-record/model'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { label } from '@quanheng/messages/labels'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { sha256 } from '../../platform/log/means.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { type RoutineLine, recordLines } from './lines.ts'
import { visibleRecord } from './read.ts'

const proposed = ({ effect, points }: RoutineRecord['content']): string =>
  effect === 'none'
    ? label('zh-CN', 'routineEffect', effect)
    : `${label('zh-CN', 'routineEffect', effect)}${points ?? ''}分`

/** Blank while the unit has said nothing: it is written by hand. */
const viewOf = ({ view }: RoutineRecord['standing']): string =>
  view ? `${label('zh-CN', 'routineStance', view.stance)}${view.words === '' ? '' : `。${view.words}`}` : ''

const sheetOf = (
  line: RoutineLine,
  { content, standing }: RoutineRecord,
  viewUntil: string,
): Omit<FormSheet, 'checkCode'> => ({
  title: '平时记录告知单',
  organ: line.leadName,
  orientation: 'portrait',
  facts: [
    { label: '告知单位', value: line.unitName },
    { label: '方案', value: line.planTitle },
    { label: '指标', value: line.indicator },
  ],
  prose: [
    `现将记入平时记录的有关情况告知贵单位。如与事实不符，请于${printDate(viewUntil)}前提出意见并附材料；期满未提出的，视为没有意见。`,
  ],
  columns: [
    { header: '项目', width: 24, kind: 'text' },
    { header: '内容', width: 120, kind: 'text' },
  ],
  rows: [
    ['发生日期', printDate(content.happenedOn)],
    ['记录事项', content.happening],
    ['来源文件', content.source],
    ['拟作处理', proposed(content)],
    ...(content.proposalBasis === '' ? [] : [['依据', content.proposalBasis]]),
    ['佐证材料', content.files.length === 0 ? '无' : content.files.map(({ name }) => name).join('；')],
    ['单位意见', viewOf(standing)],
    ...(standing.answer ? [['核实情况', `维持。${standing.answer.words}`]] : []),
  ],
  notes: ['平时记录供评分时参考，不直接改变得分。'],
  signatures: [{ role: '记录单位' }, { role: '被告知单位' }],
})

/** 平时记录告知单: what the unit is told, with room for its view. */
export const printedNotice = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  id: string,
  format: PaperFormat,
): Promise<Result<FileReply, Refusal>> => {
  const one = await visibleRecord(db, actor, id)
  const [line] = one ? await recordLines(db, [one], actor, context.today) : []
  if (!one || !line) return refuse('platform.notFound')
  const { told } = one.model.standing
  if (told === undefined) return refuse('routineRecord.notTold')
  const plain = sheetOf(line, one.model, told.viewUntil)
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'routineRecordNotice', ...plain }))
  const seal = await printedSeal(db)
  const sheet: FormSheet = { ...plain, checkCode: code, label: '内部资料', on: context.today, ...(seal && { seal }) }
  const name = `平时记录告知单（${line.unitName}）`
  return ok(await paperFile(platform, { paper: { kind: 'form', sheet }, format, name }, { actor, context }))
}
