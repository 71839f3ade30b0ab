import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { LibraryDocument } from '@quanheng/domain/library/model'
import { lastDayOf, validityOn } from '@quanheng/domain/library/validity'
import { label } from '@quanheng/messages/labels'
import type { List } from '@quanheng/papers/list/model'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Report } from '@quanheng/papers/paper/model'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import type { Platform } from '../../platform/platform.ts'
import type { LibraryLine } from './list.ts'
import { visibleLibraryDocument } from './show.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const aboutOf = (document: LibraryDocument, today: string): string => {
  const { issuer, documentNumber, effectiveOn, interpreter } = document.content
  const last = lastDayOf(document)
  return [
    [issuer, documentNumber].filter(Boolean).join('，'),
    effectiveOn === '' ? '施行日期未填写' : `${sayDay(effectiveOn)}起施行`,
    ...(last === undefined ? [] : [`有效期至${sayDay(last)}`]),
    ...(interpreter === '' ? [] : [`由${interpreter}负责解释`]),
    `截至${sayDay(today)}：${label('zh-CN', 'validity', validityOn(document, today))}`,
  ].join('；')
}

/** The clauses as entered. What was issued is the file; this says how it stands today. */
const reportOf = (document: LibraryDocument, today: string): Report => ({
  title: document.content.title,
  body: [
    paragraph(`（${aboutOf(document, today)}）`),
    ...document.content.clauses.flatMap(({ article, text }) => {
      const [first = '', ...rest] = text.split('\n')
      return [paragraph(`${article}　${first}`), ...rest.map(paragraph)]
    }),
  ],
  ...(document.content.files.length > 0 && {
    attachments: document.content.files.map(({ name }) => ({ name: name.replace(/\.[^.]+$/u, '') })),
  }),
})

export const printed = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  asked: { readonly libraryDocumentId: string; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const one = await visibleLibraryDocument(db, actor, asked.libraryDocumentId)
  if (!one) return refuse('platform.notFound')
  const { model } = one
  const file = {
    paper: { kind: 'report', paper: reportOf(model, context.today) },
    format: asked.format,
    name: model.content.title,
    draft: model.state === 'draft' || model.state === 'discarded',
  } as const
  return ok(await paperFile(platform, file, { actor, context }))
}

const columns: List['columns'] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'kind', header: '类别', width: 10, kind: 'text' },
  { key: 'title', header: '文件名称', width: 50, kind: 'text' },
  { key: 'documentNumber', header: '发文字号', width: 24, kind: 'text' },
  { key: 'issuer', header: '发文机关', width: 30, kind: 'text' },
  { key: 'effectiveOn', header: '施行日期', width: 14, kind: 'text' },
  { key: 'lastDay', header: '有效期至', width: 14, kind: 'text' },
  { key: 'validity', header: '效力', width: 12, kind: 'text' },
  { key: 'interpreter', header: '解释单位', width: 24, kind: 'text' },
  { key: 'clauseCount', header: '条数', width: 8, kind: 'text' },
  { key: 'unitName', header: '录入单位', width: 26, kind: 'text' },
]

/** The list as narrowed, in its order. */
export const libraryRows = (lines: readonly LibraryLine[]): Pick<List, 'title' | 'columns' | 'rows'> => ({
  title: '制度文件目录',
  columns,
  rows: lines.map(({ kind, validity, clauseCount, ...line }, at) => ({
    order: String(at + 1),
    kind: label('zh-CN', 'libraryKind', kind),
    title: line.title,
    documentNumber: line.documentNumber,
    issuer: line.issuer,
    effectiveOn: line.effectiveOn ?? undefined,
    lastDay: line.lastDay ?? undefined,
    validity: label('zh-CN', 'validity', validity),
    interpreter: line.interpreter,
    clauseCount: String(clauseCount),
    unitName: line.unitName,
  })),
})
