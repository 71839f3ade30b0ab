import * as contract from '@quanheng/contract/notice'
import type { ReplyOf } from '@quanheng/contract/route'
import {
  type Caller,
  seedSection,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../../platform/testing/test-server.ts'
import { allRoutes } from '../../index.ts'
import { sendFile } from './send-file.ts'

/** The page's notice: what was read, what was decided about it, and the findings of both. */
export type Shown = Omit<ReplyOf<typeof contract.showNotice>, 'settled'> &
  ReplyOf<typeof contract.showReading> & {
    findings: (ReplyOf<typeof contract.showReading>['findings'][number] & {
      settled: ReplyOf<typeof contract.showNotice>['settled'][string] | null
    })[]
  }

/** Invented. Two of its terms contradict each other, one body is not registered. */
export const notice = `云岭市发展和改革委员会关于印发2024年度绩效考评指标考核实施方案的通知
云发改发〔2024〕81号
各相关市直部门：
根据《云岭市绩效考评办法》（云绩发〔2023〕2号），制定本方案。
一、考核内容（100分）
（一）重大项目（60分）
1.投资完成（40分）。每少1个百分点扣0.5分，扣完为止。
2.项目开工（20分）。按完成率得分。
（二）消费提质（40分）
二、责任分工
（一）重大项目指标考核工作由市发展改革委牵头，具体由投资科负责，市统计局参与配合。责任领导：甲一山，联系电话：0000-5550101。
（二）消费提质指标考核工作由市商务局牵头，具体由市场科负责。
三、考核程序
（一）考核评分。2025年1月20日前，各责任科室形成初步评分结果。
（二）汇总整理。2025年1月18日前，根据初步评分情况，形成评分报告。
附件：1.指标考核细则
云岭市发展和改革委员会
2024年10月23日
`

export const fieldsOf = ({ rows }: Pick<Shown, 'rows'>) => rows.flatMap(({ fields }) => fields)

export const withName = (seen: Shown, name: string, value: string) => {
  const field = fieldsOf(seen).find((one) => one.name === name && one.value === value)
  if (field === undefined) throw new Error(`no ${name} ${value}`)
  return field
}

export const drafting = (version: number) => ({ version, kind: 'indicatorPlan', year: 2024, title: '2024年度实施方案' })

/** A lead unit that imports notices, a body that must not see them, the office. */
export interface NoticeOffice {
  readonly server: TestServer
  readonly lead: string
  readonly section: string
  readonly statistics: string
  readonly handler: Caller
  readonly stranger: Caller
  readonly office: Caller
  readonly send: (bytes: string | Uint8Array, name: string, who?: Caller) => Promise<string>
  readonly imported: (bytes?: string | Uint8Array, name?: string, who?: Caller) => Promise<string>
  readonly shown: (noticeId: string, who?: Caller) => Promise<Shown>
  /** Accepts every field, but for those named. */
  readonly chooseAll: (noticeId: string, except?: Readonly<Record<string, object>>, who?: Caller) => Promise<void>
  readonly draft: (noticeId: string, who?: Caller) => ReturnType<Caller['call']>
}

export const openNoticeOffice = async (): Promise<NoticeOffice> => {
  const server = await startTestServer(allRoutes, { now: '2024-11-01T10:00:00+08:00' })
  const lead = await seedUnit(server.db, '云岭市发展改革委')
  const statistics = await seedUnit(server.db, '云岭市统计局')
  const section = await seedSection(server.db, lead, '投资科')
  const handler = await signedIn(server, [{ kind: 'handler', unitId: lead, sectionId: section }], '经办甲')
  const stranger = await signedIn(server, [{ kind: 'handler', unitId: await seedUnit(server.db, '云岭市教育局') }])
  const office = await signedIn(server, [{ kind: 'officeStaff', unitId: await seedUnit(server.db, '云岭市绩效办') }])
  const done = (reply: Awaited<ReturnType<Caller['call']>>) => {
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return reply.json()
  }
  const send: NoticeOffice['send'] = (bytes, name, who = handler) => sendFile(who, bytes, name)
  const shown: NoticeOffice['shown'] = async (noticeId, who = handler) => {
    const { settled, ...decided } = done(await who.call(contract.showNotice, { params: { noticeId } }))
    const read = done(await who.call(contract.showReading, { params: { noticeId } }))
    const all: Shown['findings'] = [...read.findings, ...decided.notes]
    const findings = all.map((finding) => ({ ...finding, settled: settled[finding.key] ?? null }))
    return { ...decided, ...read, findings: findings.toSorted((a, b) => a.start - b.start) }
  }
  return {
    server,
    lead,
    section,
    statistics,
    handler,
    stranger,
    office,
    send,
    shown,
    imported: async (bytes = notice, name = '通知.txt', who = handler) =>
      done(await who.call(contract.importNotice, { body: { digest: await send(bytes, name, who) } })).id,
    chooseAll: async (noticeId, except = {}, who = handler) => {
      const { version } = await shown(noticeId, who)
      const choices = Object.entries(except).map(([field, choice]) => ({ field, choice }))
      const body = { version, choices, rest: { state: 'accepted', part: null } }
      done(await who.call(contract.chooseFields, { params: { noticeId }, body }))
    },
    draft: async (noticeId, who = handler) => {
      const { version } = await shown(noticeId, who)
      return who.call(contract.draftPlan, { params: { noticeId }, body: drafting(version) })
    },
  }
}
