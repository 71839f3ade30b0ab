import { Buffer } from 'node:buffer'
import type { makeReportPack } from '@quanheng/contract/report-pack'
import { dueDayOf } from '@quanheng/domain/datum/deadline'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { folderOf, originalsFolder, type PackLine } from '@quanheng/domain/report-pack/lines'
import { folderNote } from '@quanheng/domain/report-pack/match'
import { sayDay } from '@quanheng/papers/paper/dates'
import { writeZip, type ZipPart } from '@quanheng/papers/zip/write'
import type { QueryHandler } from '../../platform/door/outcome.ts'
import { tableFile } from '../../platform/jobs/table-file.ts'
import { namesFor } from '../collection/index.ts'
import { type AskedOf, askedOf, attachedTo } from './asked.ts'
import { stampName, stampText } from './stamp.ts'
import { packTable } from './workbook.ts'

export const workbookName = '填报表.xlsx'
export const guideName = '填报说明.txt'
const evidenceFolder = '佐证材料'

/** With the mark of UTF-8 and the line ends of Windows, for 记事本. */
const note = (path: string, lines: readonly string[]): ZipPart => ({
  path,
  bytes: Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`),
})

const guide = ({ plan, data, lines }: AskedOf, unitName: string, today: string): readonly string[] => {
  const due = data.map(({ datum, row }) => dueDayOf(datum, row.due)).toSorted()[0]
  return [
    `${unitName}填报包`,
    '',
    `考评方案：${plan.title}（第${plan.number}版）`,
    `制作日期：${sayDay(today)}`,
    `待填数据：${data.length}项${due === undefined ? '' : `，最早的报送期限为${sayDay(due)}`}`,
    `台账目录：${lines.length}项`,
    '',
    '本平台为非涉密系统，严禁处理、存储、传输涉密信息。经OA、移动存储介质传递本包时，遵守本单位保密规定。',
    '',
    '填报步骤',
    `一、解压后打开“${workbookName}”，逐行填写“填报值”等列。列的填法见该表“填写说明”页。不填的行不报送。`,
    `二、把佐证材料放入“${evidenceFolder}”中对应编号的文件夹。文件夹开头的编号不要改，编号后面的名称可以改。`,
    `三、需要单位盖章留存的，打印“${workbookName}”，盖章后扫描，放入“${evidenceFolder}/${originalsFolder}”。`,
    `四、不要改动“${stampName}”，不要放入程序、快捷方式和带宏的文件。`,
    '五、把整个文件夹压缩为一个.zip文件（不设密码），由填报人在“数据采集与填报—离线填报”页面上传。',
    '六、平台先列出将要发生的变化、每份材料对应哪一项、有哪些错误，确认后一次收回，出具回执。',
    '七、收回的数据是填报人的草稿，由填报人核对后报送，由单位负责人确认；平台不自动报送。',
    '',
    '方案版本有变动的，本包作废，请重新下载。',
  ]
}

const lineNote = (line: PackLine, unitName: string, names: readonly string[]): readonly string[] => [
  `本目录存放：${line.name}（${line.required ? '必备' : '可选'}）`,
  `考核指标：${line.leafName}`,
  `考核单位：${unitName}`,
  names.length === 0 ? '平台上还没有此项材料。' : `平台上已有：${names.join('、')}`,
  '',
  '把此项材料直接放入本目录，可以放多份。本说明不会作为材料上传。',
]

/** 填报包: everything that a body is asked for and has not reported, to be filled in without the platform. */
export const make: QueryHandler<typeof makeReportPack> = async ({ db, actor, posts, params, query, context }) => {
  const { today } = context
  const asked = await askedOf({ db, actor, posts, today }, params.planId, query.unitId)
  if (asked === null) return refuse('platform.notFound')
  const { plan, unitId, lines } = asked
  const units = [...new Set([unitId, ...lines.map((line) => line.unitId)])]
  const names = await namesFor(db, { units })
  const attached = await attachedTo(db, asked)
  const several = units.length > 1
  const workbook = await tableFile('填报表', await packTable(db, actor, asked, today), 'xlsx', { actor, context })
  const content = await writeZip([
    note(guideName, guide(asked, names.unit(unitId), today)),
    { path: workbookName, bytes: workbook.content as Uint8Array },
    {
      path: stampName,
      bytes: Buffer.from(stampText({ planId: plan.planId, planNumber: plan.number, unitId, madeOn: today })),
    },
    note(`${evidenceFolder}/${originalsFolder}/${folderNote}`, [
      '本目录存放：盖章后的填报表扫描件（可选）',
      '扫描件与填报的数据一并保存，供单位负责人核对。不放的不影响收回。',
    ]),
    ...lines.map((line) => {
      const folder = folderOf(line, several ? names.unit(line.unitId) : undefined)
      const held = attached(line).map(({ file }) => file.name)
      return note(`${evidenceFolder}/${folder}/${folderNote}`, lineNote(line, names.unit(line.unitId), held))
    }),
  ])
  return ok({
    name: `填报包-${names.unit(unitId)}-${today}.zip`,
    mediaType: 'application/zip',
    content,
    size: content.length,
  })
}
