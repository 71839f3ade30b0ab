import * as contract from '@quanheng/contract/approval'
import { reopenDatum } from '@quanheng/contract/datum'
import * as issuedPapers from '@quanheng/contract/issued-paper'
import * as books from '@quanheng/contract/number-book'
import * as reports from '@quanheng/contract/report'
import { showResults } from '@quanheng/contract/result'
import * as submissions from '@quanheng/contract/submission'
import { nameRun, type RunContent } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { verifyReport } from '@quanheng/log/report-proof'
import { sealMark } from '@quanheng/log/seal-mark'
import { checkOfd } from '@quanheng/papers/ofd/check-ofd'
import { checkPackage } from '@quanheng/papers/package/check-package'
import { figuresOf, wrongFigures } from '@quanheng/papers/paper/figures'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx, textOf } from '@quanheng/papers/testing/open-docx'
import { pdfText } from '@quanheng/papers/testing/open-pdf'
import { openXlsx } from '@quanheng/papers/testing/open-xlsx'
import { uploadLimits } from '@quanheng/papers/zip/limits'
import { readZip } from '@quanheng/papers/zip/read'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeDigest } from '../../platform/door/act.ts'
import { sha256, verifyMeans } from '../../platform/log/means.ts'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { composePaper, frozenRun, paperOfResult } from '../result/index.ts'
import { codeOf, done, type LockedWorld, lockedWorld, upload } from '../result/testing/result-world.ts'
import { approvalNouns } from './index.ts'
import { approvalSteps, type Begun, documentNumber } from './testing/approval-steps.ts'
import { copyOf } from './testing/copy-approval.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

const {
  paperOf,
  shown,
  begun,
  onNow,
  agree,
  pass,
  atMeeting,
  decided,
  confirmDecision,
  atNumber,
  prepared,
  ofSubmission,
  tickAll,
  checked,
} = approvalSteps(() => server)

const runOf = async (world: LockedWorld): Promise<RunContent> =>
  (await frozenRun(server.db, world.resultId))?.run as RunContent

/** What the papers printed now must show of the log. */
const sealMarkNow = async (): Promise<string> => {
  const sealed = await server.platform.sealer.now(null)
  if (!sealed.ok || sealed.value === null) throw new Error('nothing sealed')
  return sealMark(sealed.value)
}

const footersOf = ({ parts }: { readonly parts: ReadonlyMap<string, string> }): string[] =>
  [...parts].flatMap(([path, xml]) => (path.startsWith('word/footer') ? [textOf(xml)] : []))

/** Every table of a .docx as rows of printed cells. */
const tablesOf = (document: string): string[][][] =>
  [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
    ),
  )

describe('绩效办登记簿', () => {
  it('未报的单位，由谁办理随审批走：先是归口科室，送审后是当前环节的人；纸质报送的由绩效办录入', async () => {
    const acting = async (world: LockedWorld, unitId: string) => {
      const { rows } = await done(world.staff, reports.showRegister, { params: { planId: world.year.planId } })
      const line = rows.find(({ leadUnitId }) => leadUnitId === unitId)
      return line?.next?.people.map(({ post }) => post).toSorted()
    }
    const locked = await lockedWorld(server, '登甲')
    expect(await acting(locked, locked.lead)).toEqual(['handler', 'sectionHead'])
    expect(await acting(locked, locked.transport)).toContain('officeStaff')
    const sent = await begun('登乙')
    expect(await acting(sent, sent.lead)).toEqual(['leaderInCharge'])
    await pass(sent, sent.leader)
    expect(await acting(sent, sent.lead)).toEqual(['sectionHead'])
  })
})

describe('评分报告和报送公文', () => {
  it('每个数字都在锁定版里；正文、表格逐格与锁定版一致', async () => {
    const world = await lockedWorld(server, '甲')
    const run = await runOf(world)
    const words = (await paperOfResult(server.db, world.resultId))?.words
    if (!words) throw new Error('the freeze opens a paper')
    const paper = composePaper(run, { words, form: 2 })
    expect(figuresOf(paper).length).toBeGreaterThan(40)
    expect(wrongFigures(paper, (path) => figureAt(run, path))).toEqual([])
    const { id } = await paperOf(world)
    const sealed = await sealMarkNow()
    const reply = await world.carrier.call(reports.reportFile, { params: { paperId: id } })
    expect(reply.statusCode, reply.body).toBe(200)
    const docx = await openDocx(reply.rawPayload)
    expect(docx.text).toContain('负责的2项指标开展考核评分，涉及考核对象3个、考核项目6项，分值合计10分')
    for (const footer of footersOf(docx))
      expect(footer).toContain(`校验码 ${checkCode(paper.digest)}　存证点 ${sealed}`)
    const [overview, ...tables] = tablesOf(docx.document)
    expect(overview?.slice(1).map((cells) => cells.slice(1))).toEqual(
      run.leaves.map((leaf, at) => [
        leaf.name,
        ...['fullMark', 'units', 'full', 'deducted', 'mean'].map((name) => figureAt(run, `leaves[${at}].${name}`)),
      ]),
    )
    expect(tables).toHaveLength(run.leaves.length)
    const asked = { params: { paperId: id }, query: { format: 'pdf' } } as const
    const pdf = await pdfText((await world.carrier.call(reports.reportFile, asked)).rawPayload)
    expect(pdf).toContain('负责的2项指标开展考核评分，涉及考核对象3个、考核项目6项，分值合计10分')
    // Not issued: every page says who had it made.
    expect(pdf).toMatch(/\d{4}-\d{2}-\d{2}\d{2}:\d{2}/)
    expect((await world.outsider.call(reports.letterFile, asked)).statusCode).toBe(404)
    const { faces } = await done(world.carrier, issuedPapers.paperFonts, {})
    expect(faces.map(({ face, own }) => [face, own])).toContainEqual(['body', false])
    for (const [at, leaf] of run.leaves.entries()) {
      const printed = tables[at]?.slice(2) ?? []
      expect(printed).toHaveLength(leaf.unitIds.length)
      for (const [row, unitId] of leaf.unitIds.entries()) {
        const path = `leaves[${at}].rows[${row}]`
        const figures = ['target', 'actual', 'fullMark', 'points', 'lost'].map((name) =>
          figureAt(run, `${path}.${name}`),
        )
        expect(printed[row]?.slice(1, 7)).toEqual([run.units.find((unit) => unit.id === unitId)?.name, ...figures])
        const lost = figureAt(run, `${path}.deductions[0]`)
        expect(printed[row]?.[7]).toBe(lost === undefined ? '—' : `未完成年度任务（${lost}分）`)
        expect(printed[row]?.slice(8)).toEqual(['附件1', '统计联网直报平台'])
      }
    }
    const counts = ['leaves', 'units', 'items', 'full', 'deducted', 'marks'].map((name) =>
      figureAt(run, `count.${name}`),
    )
    await figuresHeld('scoreReport', reply.rawPayload, {
      rows: [
        ...run.leaves.map((leaf, at) => [
          leaf.name,
          ...['fullMark', 'units', 'full', 'deducted', 'mean'].map((name) => figureAt(run, `leaves[${at}].${name}`)),
        ]),
        ...run.leaves.flatMap((leaf, at) =>
          leaf.unitIds.map((unitId, row) => {
            const path = `leaves[${at}].rows[${row}]`
            const lost = figureAt(run, `${path}.deductions[0]`)
            return [
              run.units.find(({ id: one }) => one === unitId)?.name,
              ...['target', 'actual', 'fullMark', 'points', 'lost'].map((name) => figureAt(run, `${path}.${name}`)),
              lost === undefined ? '' : `${lost}分`,
              '附件1',
            ]
          }),
        ),
      ],
      from: [
        counts,
        run.plan,
        run.leaves.map((_, at) =>
          ['units', 'full', 'deducted', 'mean', 'fullMark'].map((name) => figureAt(run, `leaves[${at}].${name}`)),
        ),
      ],
    })
    const letter = await world.carrier.call(reports.letterFile, { params: { paperId: id } })
    await figuresHeld('coveringLetter', letter.rawPayload, {
      from: [counts, run.plan, words.letter.contact, words.letter.title],
    })
  })

  it('文字可改，数字只能从锁定版引用；改了文字校验码随之变化', async () => {
    const world = await lockedWorld(server, '乙')
    const before = await paperOf(world)
    expect(before).toMatchObject({ mayEdit: true, approvalId: null })
    const params = { paperId: before.id }
    const overview = ['本年度共评分{count.items}项。']
    const words = { ...before.words, overview }
    const wrong = { version: before.version, words: { ...words, notes: ['共{count.nothing}项'] } }
    expect(codeOf(await world.carrier.call(reports.editPaper, { params, body: wrong }))).toBe(
      'scoreReport.unknownFigure',
    )
    const empty = { version: before.version, words: { ...words, title: ' ' } }
    expect(codeOf(await world.carrier.call(reports.editPaper, { params, body: empty }))).toBe('scoreReport.textMissing')
    const body = { version: before.version, words }
    expect((await world.handler.call(reports.editPaper, { params, body })).statusCode).toBe(404)
    expect((await world.outsider.call(reports.editPaper, { params, body })).statusCode).toBe(404)
    await done(world.carrier, reports.editPaper, { params, body })
    expect(codeOf(await world.carrier.call(reports.editPaper, { params, body }))).toBe('platform.stale')
    const after = await paperOf(world)
    expect(after.paperDigest).not.toBe(before.paperDigest)
    expect(after.report.body[1]).toEqual({
      kind: 'paragraph',
      text: ['本年度共评分', { path: 'count.items', text: '6' }, '项。'],
    })
  })
})

describe('审批', () => {
  it('按方案的审批链走：送审人不能签自己的件，不该签的人签不了，会签科室逐个同意', async () => {
    const world = await begun('丙')
    const first = await shown(world)
    expect(first).toMatchObject({ state: 'leaderReview', stepName: '责任领导审核', mine: false })
    expect(first.countersigners.map(({ sectionName, agreed }) => [sectionName, agreed])).toEqual([
      ['就业与服务业科', false],
    ])
    expect(first.next).toEqual([
      { command: 'agree', sectionName: null, people: [expect.objectContaining({ name: '领导丙' })] },
    ])
    expect(codeOf(await agree(world, world.head))).toBe('approval.notYourStep')
    expect((await agree(world, world.outsider)).statusCode).toBe(404)
    expect((await agree(world, world.clerk)).statusCode).toBe(403)
    await pass(world, world.leader)
    expect(codeOf(await agree(world, world.head))).toBe('approval.notYourStep')
    await pass(world, world.carrierHead)
    expect(await shown(world)).toMatchObject({ state: 'countersign' })
    expect(codeOf(await agree(world, world.carrierHead))).toBe('approval.notCountersigner')
    await pass(world, world.head)
    const then = await shown(world)
    expect(then).toMatchObject({ state: 'meeting' })
    expect(then.records.map(({ by, signature, sectionName }) => [by?.name, signature?.means, sectionName])).toEqual([
      ['领导丙', 'password', null],
      ['督导科长', 'password', null],
      ['科长乙', 'password', '就业与服务业科'],
    ])
    const twice = await world.carrier.call(contract.startApproval, {
      params: { resultId: world.resultId },
      body: { paperVersion: 1 },
    })
    expect(codeOf(twice)).toBe('approval.started')
  })

  it('所见须是所签：内容已变或版本已旧都不能签；同一次点击只签一次', async () => {
    const world = await begun('丁')
    const { version, paperDigest } = await shown(world)
    const params = { approvalId: world.approvalId }
    const other = { version, paperDigest: 'e'.repeat(64) }
    expect(codeOf(await world.leader.call(contract.agreeApproval, { params, body: other }))).toBe(
      'approval.contentChanged',
    )
    const body = { version, paperDigest }
    const [one, two] = await Promise.all([
      world.leader.call(contract.agreeApproval, { params, body, key: 'one-intent-only' }),
      world.leader.call(contract.agreeApproval, { params, body, key: 'one-intent-only' }),
    ])
    expect([one?.statusCode, two?.statusCode]).toEqual([200, 200])
    expect(codeOf(await world.leader.call(contract.agreeApproval, { params, body }))).toBe('platform.stale')
    expect((await shown(world)).records).toHaveLength(1)
    const { id, words, version: paperVersion } = await paperOf(world)
    const edit = { params: { paperId: id }, body: { version: paperVersion, words } }
    expect(codeOf(await world.carrier.call(reports.editPaper, edit))).toBe('scoreReport.underWay')
  })

  it('线下签批：旧码、错码、将来的日期都不收；登记人不能自己核对；核对不符照样留痕', async () => {
    const world = await begun('戊')
    const first = await shown(world)
    expect(first.code).toBe(checkCode(first.paperDigest))
    const [signer] = first.signers
    const scanDigest = await upload(server, world.clerk, '签批单.pdf')
    const entry = {
      postId: signer?.postId,
      signedOn: '2025-01-18',
      opinion: '同意。',
      checkCode: first.code,
      scanDigest,
    }
    const register = async (more: Readonly<Record<string, unknown>> = {}, caller = world.clerk) =>
      caller.call(contract.registerSignature, await onNow(world, { ...entry, ...more }))
    expect(codeOf(await register({ checkCode: checkCode('f'.repeat(64)) }))).toBe('signature.codeOutdated')
    expect(codeOf(await register({ checkCode: '乱写' }))).toBe('signature.codeMalformed')
    expect(codeOf(await register({ signedOn: '2025-01-21' }))).toBe('signature.inFuture')
    expect(codeOf(await register({ scanDigest: 'c'.repeat(64) }))).toBe('upload.notFound')
    expect((await register({}, world.principal)).statusCode).toBe(403)
    const { signatureId } = (await register({ checkCode: first.code.toLowerCase().replaceAll('-', ' ') })).json()
    expect(await shown(world)).toMatchObject({ state: 'leaderReview' })
    const params = { approvalId: world.approvalId, signatureId }
    const confirm = async (caller: Caller) =>
      caller.call(contract.confirmSignature, { params, body: (await onNow(world)).body })
    expect(codeOf(await confirm(world.clerk))).toBe('signature.samePerson')
    const refused = { ...(await onNow(world)).body, reason: '扫描件无日期' }
    await done(world.secondClerk, contract.refuseSignature, { params, body: refused })
    expect((await shown(world)).records[0]?.signature).toMatchObject({ state: 'refused', cause: '扫描件无日期' })
    const again = (await register()).json()
    const second = { approvalId: world.approvalId, signatureId: again.signatureId }
    await done(world.secondClerk, contract.confirmSignature, { params: second, body: (await onNow(world)).body })
    const after = await shown(world)
    expect(after).toMatchObject({ state: 'coordinating' })
    expect(after.records[1]).toMatchObject({
      by: { name: '领导丙' },
      signature: {
        means: 'paper',
        state: 'standing',
        registeredBy: { name: '文秘丁' },
        confirmedBy: { name: '文秘卯' },
      },
    })
    const file = { approvalId: world.approvalId, digest: scanDigest }
    expect((await world.leader.call(contract.approvalFile, { params: file })).statusCode).toBe(200)
    expect((await world.outsider.call(contract.approvalFile, { params: file })).statusCode).toBe(404)
  })

  it('核对文件：送审封存后可取，脱离平台核对内容和纸上的校验码，不含意见和签字', async () => {
    const world = await begun('核')
    const { id, code } = await paperOf(world)
    const ask = () => world.clerk.call(reports.paperProof, { params: { paperId: id } })
    await server.platform.sealer.now(null)
    await pass(world, world.leader)
    const reply = await ask()
    expect(reply.statusCode, reply.body).toBe(200)
    const keys = (await server.db.selectFrom('log_key').select('verifier').execute()).map(({ verifier }) => verifier)
    const means = { ...verifyMeans, keys }
    const found = verifyReport(reply.body, means, code.toLowerCase().replaceAll('-', ' '))
    if (!found.ok) throw new Error(found.error.code)
    expect(found.value).toMatchObject({ code, compared: true, trusted: true })
    expect(found.value.texts.join('')).toContain('负责的2项指标开展考核评分')
    expect(reply.body).not.toContain('领导丙')
    expect(verifyReport(reply.body, means, '0000-0000-0000-0000')).toMatchObject({
      error: { code: 'report.code', params: { paperCode: code } },
    })
    const altered = JSON.parse(reply.body)
    altered.paper = altered.paper.replace('"text":"3"', '"text":"4"')
    expect(verifyReport(JSON.stringify(altered), means, code)).toMatchObject({ error: { code: 'report.paper' } })
    expect((await world.outsider.call(reports.paperProof, { params: { paperId: id } })).statusCode).toBe(404)
  })

  it('签批单印有校验码，每个环节一格，已签的写明方式', async () => {
    const world = await begun('己')
    await pass(world, world.leader)
    const { code } = await shown(world)
    const sealed = await sealMarkNow()
    const reply = await world.clerk.call(contract.signOffSheet, { params: { approvalId: world.approvalId } })
    const docx = await openDocx(reply.rawPayload)
    const all = [...docx.parts.values()].map(textOf).join('\n')
    for (const expected of [
      `${code}　存证点 ${sealed}`,
      '领导丙',
      '内部审批确认（密码）',
      '归口科室汇总',
      '就业与服务业科会签',
      '主要领导签发',
    ])
      expect(all).toContain(expected)
    const pdf = await world.clerk.call(contract.signOffSheet, {
      params: { approvalId: world.approvalId },
      query: { format: 'pdf' },
    })
    expect(await pdfText(pdf.rawPayload)).toContain(`校验码：${code}`)
    await figuresHeld('signOffSheet', reply.rawPayload, {
      from: [
        await server.db.selectFrom('approval').selectAll().where('id', '=', world.approvalId).execute(),
        (await runOf(world)).plan,
        await paperOf(world),
        '2025-01-20',
      ],
    })
    const foreign = await world.outsider.call(contract.signOffSheet, { params: { approvalId: world.approvalId } })
    expect(foreign.statusCode).toBe(404)
  })

  it('会议决定两人登记才生效；退回的决定把件退给送审人，改后从头再走', async () => {
    const world = await atMeeting('庚')
    const decisionId = await decided(world, 'returned')
    expect(codeOf(await confirmDecision(world, decisionId, world.clerk))).toBe('decision.samePerson')
    expect((await confirmDecision(world, decisionId, world.secondClerk)).statusCode).toBe(200)
    const back = await shown(world)
    expect(back).toMatchObject({ state: 'returned', returnReason: '原则同意评分结果。' })
    expect(back.records.every(({ undone }) => undone !== null)).toBe(true)
    expect(codeOf(await world.carrier.call(contract.reviseApproval, await onNow(world)))).toBe(
      'approval.nothingRevised',
    )
    const { id, words, version } = await paperOf(world)
    await done(world.carrier, reports.editPaper, {
      params: { paperId: id },
      body: { version, words: { ...words, notes: ['按会议意见补充说明。'] } },
    })
    await done(world.carrier, contract.reviseApproval, await onNow(world))
    const again = await shown(world)
    expect(again).toMatchObject({ state: 'leaderReview', step: 0 })
    expect(again.paperDigest).not.toBe(back.paperDigest)
    const scanDigest = await upload(server, world.clerk, '旧签批单.pdf')
    const old = { postId: again.signers[0]?.postId, signedOn: '2025-01-18', checkCode: back.code, scanDigest }
    expect(codeOf(await world.clerk.call(contract.registerSignature, await onNow(world, old)))).toBe(
      'signature.codeOutdated',
    )
  })

  it('退回须写理由，可退到前面的环节；之后的签字作废', async () => {
    const world = await begun('辛')
    await pass(world, world.leader, world.carrierHead)
    const call = async (caller: Caller, more: Readonly<Record<string, unknown>>) =>
      caller.call(contract.returnApproval, await onNow(world, more))
    expect((await call(world.head, { reason: ' ' })).statusCode).toBe(400)
    expect(codeOf(await call(world.head, { reason: '有误', toStep: 2 }))).toBe('approval.noSuchStep')
    expect(codeOf(await call(world.carrierHead, { reason: '有误' }))).toBe('approval.notYourStep')
    expect((await call(world.head, { reason: '服务业数据口径再核', toStep: 1 })).statusCode).toBe(200)
    const after = await shown(world)
    expect(after).toMatchObject({ state: 'coordinating', returnReason: '服务业数据口径再核' })
    expect(after.records.map(({ undone, signature }) => [undone === null, signature?.state])).toEqual([
      [true, 'standing'],
      [false, 'voided'],
    ])
  })

  it('数据重新开放：锁定版失效，审批随之失效，签字作废，件不能再办', async () => {
    const world = await begun('壬')
    await pass(world, world.leader)
    const datum = await server.db
      .selectFrom('datum')
      .select(['id', 'version'])
      .where('plan_id', '=', world.planId)
      .where('unit_id', '=', world.town)
      .where('element_key', '=', 'newFirmCount')
      .executeTakeFirstOrThrow()
    const body = { version: datum.version, reason: '统计局更正' }
    await done(world.head, reopenDatum, { params: { datumId: datum.id }, body })
    const after = await shown(world)
    expect(after).toMatchObject({ state: 'fallen', next: [], may: [] })
    expect(after.records[0]).toMatchObject({ undone: '数据重新开放：统计局更正', signature: { state: 'voided' } })
    expect(codeOf(await agree(world, world.carrierHead))).toBe('approval.notNow')
  })

  it('别的单位的件一概不存在；三员看不到', async () => {
    const world = await begun('癸')
    const params = { approvalId: world.approvalId }
    for (const caller of [world.outsider, world.director, world.staff]) {
      expect((await caller.call(contract.showApproval, { params })).statusCode).toBe(404)
      const { rows } = await done(caller, contract.listApprovals)
      expect(rows.map(({ id }) => id)).not.toContain(world.approvalId)
    }
    const paper = await world.outsider.call(reports.showPaper, { params: { resultId: world.resultId } })
    expect(paper.statusCode).toBe(404)
    const admin = await signedIn(server, [{ kind: 'systemAdmin', unitId: world.lead }], '系统管理员')
    expect((await admin.call(contract.showApproval, { params })).statusCode).toBe(403)
    const mine = await done(world.leader, contract.listApprovals, { query: { mine: 'true' } })
    expect(mine.rows.map(({ id }) => id)).toContain(world.approvalId)
  })
})

describe('编号', () => {
  it('登记的文号须合国标写法，全角数字照收', async () => {
    const world = await atNumber('子')
    for (const wrong of ['云发改报[2025]3号', '云发改报〔2025〕第3号', '云发改报〔2025〕03号']) {
      const reply = await world.clerk.call(contract.registerNumber, await onNow(world, { documentNumber: wrong }))
      expect(codeOf(reply), wrong).toBe('approval.numberMalformed')
    }
    expect(
      (await world.principal.call(contract.registerNumber, await onNow(world, { documentNumber }))).statusCode,
    ).toBe(403)
    const given = await onNow(world, { documentNumber: '云发改报〔２０２５〕３号' })
    expect((await done(world.clerk, contract.registerNumber, given)).documentNumber).toBe(documentNumber)
    expect(await shown(world)).toMatchObject({ state: 'submit', documentNumber })
  })

  it('登记簿连号不断：多件同时编号各得一号；退回的号作废，不再给别人', async () => {
    const worlds = [await atNumber('丑'), await atNumber('寅')]
    const [first, second] = worlds as [Begun, Begun]
    const body = { code: '云发改报', year: 2025 }
    const { bookId } = await done(first.clerk, books.openBook, { body })
    expect(codeOf(await first.clerk.call(books.openBook, { body }))).toBe('numberBook.exists')
    const foreign = await second.clerk.call(contract.drawNumber, await onNow(second, { bookId }))
    expect(foreign.statusCode).toBe(404)
    const own = { version: (await shown(first)).version, bookId }
    const params = { approvalId: first.approvalId }
    const draws = await Promise.all([1, 2, 3].map(() => first.clerk.call(contract.drawNumber, { params, body: own })))
    expect(draws.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409])
    expect((await shown(first)).documentNumber).toBe('云发改报〔2025〕1号')
    await done(first.carrier, contract.returnApproval, await onNow(first, { reason: '附件有误', toStep: 5 }))
    const again = await done(first.clerk, contract.drawNumber, await onNow(first, { bookId }))
    expect(again.documentNumber).toBe('云发改报〔2025〕2号')
    const [book] = (await done(first.clerk, books.listBooks)).rows
    expect(book?.taken.map(({ number, burned }) => [number, burned])).toEqual([
      [1, '附件有误'],
      [2, null],
    ])
    expect(book?.next).toBe('云发改报〔2025〕3号')
  })

  it('同一登记簿被十件同时编号，号码连续无缺无重', async () => {
    const world = await atNumber('卯')
    const { bookId } = await done(world.clerk, books.openBook, { body: { code: '云发改函', year: 2025 } })
    const row = await server.db
      .selectFrom('approval')
      .selectAll()
      .where('id', '=', world.approvalId)
      .executeTakeFirstOrThrow()
    const ids = [world.approvalId, ...(await copyOf(server, row, 9))]
    const replies = await Promise.all(
      ids.map(async (approvalId) =>
        world.clerk.call(contract.drawNumber, { params: { approvalId }, body: { version: row.version, bookId } }),
      ),
    )
    expect(replies.map(({ statusCode }) => statusCode)).toEqual(ids.map(() => 200))
    const numbers = replies.map((reply) => Number(/〕(\d+)号/.exec(reply.json().documentNumber)?.[1]))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(ids.map((_, at) => at + 1))
  })
})

describe('报送', () => {
  it('报送包可脱离平台校验：清单、文件、摘要一一相符，公文和表格与锁定版一致', async () => {
    const world = await prepared('辰')
    const zip = await world.clerk.call(submissions.packageZip, { params: { submissionId: world.submissionId } })
    expect(zip.statusCode).toBe(200)
    const whole = await checkPackage(zip.rawPayload)
    if (!whole.ok) throw new Error(JSON.stringify(whole.error))
    expect(whole.value.digest).toBe(world.packageDigest)
    const run = await runOf(world)
    expect(whole.value.manifest).toMatchObject({
      kind: 'submission',
      cites: { run: world.runDigest, plan: run.plan.digest, number: documentNumber },
    })
    const parts = new Map((await readZip(zip.rawPayload, uploadLimits)).map(({ path, bytes }) => [path, bytes]))
    const part = (path: string) => parts.get(path) as Uint8Array
    const json = JSON.parse(new TextDecoder().decode(part('scores.json')))
    expect(nameRun(json, sha256).digest).toBe(world.runDigest)
    const letter = await openDocx(part('报送公文.docx'))
    for (const text of [documentNumber, '局长庚', '2025年1月20日', '2项指标的考核评分工作，涉及考核对象3个'])
      expect(letter.text).toContain(text)
    for (const footer of footersOf(letter)) expect(footer).toContain('校验码 ')
    const report = tablesOf((await openDocx(part('评分报告.docx'))).document).slice(1)
    const book = await openXlsx(part('scores.xlsx'))
    const printed = report.flatMap((table) => table.slice(2).map((cells) => cells.slice(1, 7)))
    expect(printed).toHaveLength(6)
    for (const [at, cells] of printed.entries()) {
      const columns = ['D', 'E', 'F', 'H', 'I', 'J'].map((column) => book.get(`${column}${at + 4}`) ?? '')
      expect([columns[0], ...columns.slice(1).map(Number)]).toEqual([cells[0], ...cells.slice(1).map(Number)])
    }
    const tampered = Buffer.from(zip.rawPayload)
    const at = tampered.indexOf('2.50')
    if (at >= 0) tampered[at] = '9'.charCodeAt(0)
    else tampered.writeUInt8(tampered.readUInt8(tampered.length >> 1) ^ 1, tampered.length >> 1)
    expect((await checkPackage(tampered)).ok).toBe(false)
    expect(
      (await world.outsider.call(submissions.packageZip, { params: { submissionId: world.submissionId } })).statusCode,
    ).toBe(404)
  })

  it('录入对照单逐行勾对；勾过的人不能核对；未核对不能报送', async () => {
    const world = await prepared('巳')
    const { submission } = await shown(world)
    expect(submission?.rows.map(({ leafName, points }) => [leafName, points])).toEqual([
      ...['6.00', '4.80', '5.40'].map((points) => ['服务业增加值增速', points]),
      ...['4.00', '4.00', '2.50'].map((points) => ['服务业企业培规入统', points]),
    ])
    const sheet = await world.clerk.call(submissions.entrySheet, { params: { submissionId: world.submissionId } })
    expect((await openDocx(sheet.rawPayload)).text).toContain('5.40')
    const run = await runOf(world)
    await figuresHeld('entrySheet', sheet.rawPayload, {
      rows: (submission?.rows ?? []).map(({ leafName, unitName, points }) => [leafName, unitName, points]),
      from: [
        run.plan,
        documentNumber,
        world.packageDigest,
        String(submission?.rows.length),
        await server.db.selectFrom('submission').selectAll().where('id', '=', world.submissionId).execute(),
        (await paperOf(world)).words.letter.title,
      ],
    })
    const ofd = await world.clerk.call(submissions.entrySheet, {
      params: { submissionId: world.submissionId },
      query: { format: 'ofd' },
    })
    expect(await checkOfd(ofd.rawPayload)).toEqual([])
    const early = await world.clerk.call(submissions.checkSubmission, await ofSubmission(world))
    expect(codeOf(early)).toBe('submission.notNow')
    const none = { rows: [{ leafKey: 'growth', unitId: world.office }], ticked: true }
    expect(codeOf(await world.carrier.call(submissions.tickRows, await ofSubmission(world, none)))).toBe(
      'submission.noSuchRow',
    )
    await tickAll(world, world.carrier)
    expect(codeOf(await world.carrier.call(submissions.checkSubmission, await ofSubmission(world)))).toBe(
      'submission.samePerson',
    )
    const unchecked = await ofSubmission(world, { sentOn: '2025-01-20', channel: '市绩效平台' })
    expect(codeOf(await world.clerk.call(submissions.sendSubmission, unchecked))).toBe('submission.notNow')
    expect((await world.outsider.call(submissions.checkSubmission, await ofSubmission(world))).statusCode).toBe(404)
    await done(world.clerk, submissions.checkSubmission, await ofSubmission(world))
    expect((await shown(world)).submission).toMatchObject({ state: 'checked', checkedBy: { name: '文秘丁' } })
  })

  it('报送即在绩效办登记、公文印发、锁定版不再失效；回执日期不早于报送', async () => {
    const world = await checked('午')
    const send = await ofSubmission(world, { sentOn: '2025-01-20', channel: '市绩效平台' })
    const future = { ...send, body: { ...send.body, sentOn: '2025-01-21' } }
    expect(codeOf(await world.clerk.call(submissions.sendSubmission, future))).toBe('submission.inFuture')
    expect((await done(world.clerk, submissions.sendSubmission, send)).registered).toBe(true)
    const after = await shown(world)
    expect(after).toMatchObject({ state: 'completed', submission: { state: 'sent' } })
    const plan = await done(world.carrier, showResults, { params: { planId: world.planId } })
    expect(plan.results[0]).toMatchObject({ state: 'issued', issue: { documentNumber, issuedOn: '2025-01-20' } })
    const register = await done(world.staff, reports.showRegister, { params: { planId: world.year.planId } })
    const line = register.rows.find(({ leadUnitId }) => leadUnitId === world.lead)
    expect(line).toMatchObject({
      state: 'reported',
      received: { via: 'platform', documentNumber, runDigest: world.runDigest, packageDigest: world.packageDigest },
    })
    const report = await done(world.staff, reports.showLeadReport, { params: { reportId: line?.id ?? '' } })
    const points = Object.fromEntries(report.items.map((item) => [item.unitId, item.points]))
    expect(points).toEqual({ [world.lead]: '10', [world.transport]: '8.8', [world.town]: '7.9' })
    const before = { receivedOn: '2025-01-19', number: '回1' }
    expect(codeOf(await world.clerk.call(submissions.recordReceipt, await ofSubmission(world, before)))).toBe(
      'submission.beforeSending',
    )
    const receipt = await ofSubmission(world, { receivedOn: '2025-01-20', number: '绩收〔2025〕7号' })
    await done(world.clerk, submissions.recordReceipt, receipt)
    expect((await shown(world)).submission).toMatchObject({ state: 'received', receipt: { number: '绩收〔2025〕7号' } })
    const issued = await done(world.clerk, issuedPapers.listPapers, { query: { q: documentNumber } })
    expect(issued.rows.map(({ kind }) => kind).sort()).toEqual(['letter', 'scoreReport'])
    const [paper] = issued.rows.filter(({ approvalId }) => approvalId === world.approvalId)
    const file = await world.clerk.call(issuedPapers.paperFile, { params: { paperId: paper?.id ?? '' } })
    expect(Buffer.from(sha256(file.rawPayload)).toString('hex')).toBe(paper?.digest)
    const office = await done(world.staff, issuedPapers.listPapers, { query: { q: documentNumber } })
    // The office reads what it was sent; how the lead unit approved it stays with the lead unit.
    expect(office.rows.map(({ id, approvalId }) => [id, approvalId])).toContainEqual([paper?.id, null])
    const foreign = await world.outsider.call(issuedPapers.paperFile, { params: { paperId: paper?.id ?? '' } })
    expect(foreign.statusCode).toBe(404)
    for (const format of ['pdf', 'ofd'] as const) {
      const asked = { params: { paperId: paper?.id ?? '' }, query: { format } }
      const made = await world.staff.call(issuedPapers.paperFile, asked)
      expect(made.statusCode, made.body.slice(0, 200)).toBe(200)
      expect(decodeURIComponent(String(made.headers['content-disposition']))).toContain(`${paper?.title}.${format}`)
      if (format === 'ofd') expect(await checkOfd(made.rawPayload)).toEqual([])
      // Issued: the pages carry nobody's name and no time of day.
      else expect(await pdfText(made.rawPayload)).not.toMatch(/\d{4}-\d{2}-\d{2}\d{2}:\d{2}/)
      expect((await world.outsider.call(issuedPapers.paperFile, asked)).statusCode).toBe(404)
    }
    expect(
      (await world.staff.call(submissions.packageZip, { params: { submissionId: world.submissionId } })).statusCode,
    ).toBe(200)
  })

  it('报送前退回：报送包作废，重走之后另作一份；留痕摘要可由现有行重算', async () => {
    const world = await prepared('未')
    await done(world.carrier, contract.returnApproval, await onNow(world, { reason: '文号登记有误', toStep: 5 }))
    expect((await shown(world)).submission).toBeNull()
    const tick = { rows: [{ leafKey: 'growth', unitId: world.town }], ticked: true }
    const params = { submissionId: world.submissionId }
    const gone = await world.carrier.call(submissions.tickRows, { params, body: { version: 2, ...tick } })
    expect(gone.statusCode).toBe(404)
    await done(world.clerk, contract.registerNumber, await onNow(world, { documentNumber: '云发改报〔2025〕4号' }))
    const again = await done(world.clerk, submissions.prepareSubmission, await onNow(world))
    expect(again.submissionId).not.toBe(world.submissionId)
    expect(codeOf(await world.clerk.call(submissions.prepareSubmission, await onNow(world)))).toBe(
      'submission.prepared',
    )
    const acts = await server.db.selectFrom('act').select('changes').orderBy('seq').execute()
    const last = new Map(
      acts.flatMap(({ changes }) => changes).map((change) => [`${change.noun}/${change.id}`, change]),
    )
    let compared = 0
    for (const { noun, id, after, salt } of last.values()) {
      if (!(noun in approvalNouns)) continue
      const form = await approvalNouns[noun as keyof typeof approvalNouns](server.db, id)
      expect(changeDigest(Buffer.from(salt, 'hex'), form), noun).toBe(after)
      compared++
    }
    expect(compared).toBeGreaterThan(20)
  })
})
