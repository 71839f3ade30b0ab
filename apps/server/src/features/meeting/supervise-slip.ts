import type { Refusal } from '@quanheng/contract/errors'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { type Context, minuteOf } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { sha256 } from '../../platform/log/means.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { namesOf } from '../scoring/index.ts'
import { meetingsOf, visibleTask } from './task-query.ts'
import type { KeptTask } from './task-store.ts'

type InWords = Omit<FormSheet, 'checkCode'>

const slipOf = async (db: Reader, loaded: KeptTask): Promise<InWords> => {
  const { model: task, row } = loaded
  const meeting = (await meetingsOf(db, [loaded])).get(row.meeting_id ?? '')?.model
  const names = await namesOf(db, {
    units: [task.unitId, task.fromUnitId, ...task.steps.map(({ by }) => by.unitId)],
    people: task.steps.map(({ by }) => by.personId),
  })
  const nameOf = (id: string): string => names.get(id) ?? ''
  const decision = meeting?.standing.record?.decisions.find(({ topicId }) => topicId === task.topicId)
  const number = meeting?.standing.minutes?.documentNumber
  return {
    title: '督办单',
    organ: nameOf(task.fromUnitId),
    orientation: 'portrait',
    facts: [
      { label: '责任单位', value: nameOf(task.unitId) },
      { label: '督办事项', value: task.words },
      ...(task.direct
        ? [
            {
              label: '来源',
              value: [label('zh-CN', 'directGiver', task.direct.by), task.direct.source].filter(Boolean).join('：'),
            },
          ]
        : [
            { label: '来源', value: `${meeting?.agenda.title ?? ''}${number === undefined ? '' : `（${number}）`}` },
            { label: '议题', value: meeting?.agenda.topics.find(({ id }) => id === task.topicId)?.title ?? '' },
            { label: '决定原文', value: decision?.text ?? '' },
          ]),
      { label: '完成时限', value: sayDay(task.due) },
      { label: '办理状态', value: label('zh-CN', 'assignedTaskState', task.state) },
      { label: '办理情况', value: task.done?.words ?? '' },
    ],
    columns: [
      { header: '序号', width: 12, kind: 'text' },
      { header: '时间', width: 32, kind: 'text' },
      { header: '办理', width: 20, kind: 'text' },
      { header: '单位和人员', width: 46, kind: 'text' },
      { header: '说明', width: 42, kind: 'text' },
    ],
    rows: task.steps.map(({ command, by, at, words }, i) => [
      String(i + 1),
      minuteOf(new Date(at)),
      label('zh-CN', 'assignedTaskCommand', command as 'begin'),
      `${nameOf(by.unitId)} ${nameOf(by.personId)}`,
      words === '' ? '—' : words,
    ]),
    notes: ['责任单位在完成时限前报送办理情况，附证明材料；确有困难的，提前书面说明并申请延期。'],
    signatures: [{ role: '责任单位负责人', stamped: true }, { role: '督办单位负责人' }],
  }
}

/** 督办单 of a task: what was decided or by whose word, until when, and what has been done; for whoever sees the task. */
export const superviseSlip = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  { assignedTaskId, format }: { readonly assignedTaskId: string; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const loaded = await visibleTask(db, actor, assignedTaskId)
  if (!loaded) return refuse('platform.notFound')
  const slip = await slipOf(db, loaded)
  const code = checkCode(digestOf(sha256, { v: 1, noun: 'superviseSlip', ...slip }))
  const seal = await printedSeal(db)
  const sheet: FormSheet = { ...slip, checkCode: code, label: '内部资料', on: context.today, ...(seal && { seal }) }
  const name = `督办单（${loaded.model.words.slice(0, 20)}）`
  return ok(await paperFile(platform, { paper: { kind: 'form', sheet }, format, name }, { actor, context }))
}
