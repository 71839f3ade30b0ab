import { existsSync, readFileSync } from 'node:fs'
import { listYearPapers, yearPaperFile } from '@quanheng/contract/year-paper'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { readCheckCode } from '@quanheng/domain/signature/check-code'
import { type PrintedKind, printedKinds, type YearPaper, yearPapers } from '@quanheng/domain/year-paper/catalogue'
import { checkPaper } from '@quanheng/papers/conformity/check-paper'
import { checkOfd } from '@quanheng/papers/ofd/check-ofd'
import { partsOf } from '@quanheng/papers/testing/faulty'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx, textOf } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { approvalSteps } from '../approval/testing/approval-steps.ts'
import { allRoutes } from '../index.ts'
import { issuedPlan } from '../plan/index.ts'
import { frozenRun } from '../result/index.ts'
import { codeOf, done } from '../result/testing/result-world.ts'

let server: TestServer
const { prepared } = approvalSteps(() => server)
let world: Awaited<ReturnType<typeof prepared>>
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await prepared('年')
})
afterAll(() => server.close())

const fetched = (paperKind: PrintedKind, unitId?: string, who = world.carrier, planId = world.planId) =>
  who.call(yearPaperFile, { params: { planId, paperKind }, query: unitId === undefined ? {} : { unitId } })

const opened = async (kind: PrintedKind, unitId?: string) => {
  const reply = await fetched(kind, unitId)
  expect(reply.statusCode, reply.body).toBe(200)
  return { ...(await openDocx(reply.rawPayload)), bytes: reply.rawPayload }
}

/** Every table of a .docx as rows of printed cells. */
const tablesOf = (document: string): string[][][] =>
  [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
    ),
  )

/** The table that begins with 序号 and has this column: its rows, by the words of the head. */
const rowsWith = (document: string, column: string): Record<string, string>[] => {
  const table = tablesOf(document).find(([head]) => head?.includes(column))
  const [head = [], ...rows] = table ?? []
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

const faults = async (bytes: Uint8Array) =>
  checkPaper(await partsOf(bytes)).answers.filter(({ status }) => status === 'fail')

const planOf = async () => {
  const plan = await issuedPlan(server.db, world.planId)
  if (plan === null) throw new Error('the plan is in force')
  return plan.content
}

const markOf = (content: Awaited<ReturnType<typeof planOf>>, name: string | undefined) =>
  content.indicators.find((node) => node.name === name)?.fullMark

/** The locked version that the papers of results are made from. */
const lockedRun = async () => {
  const frozen = await frozenRun(server.db, world.resultId)
  if (!frozen) throw new Error('the version is locked')
  return frozen.run
}

/** What stands around the figures of a plan's paper: its version with number and day, and today. */
const around = async () => [
  await server.db.selectFrom('plan_version').selectAll().where('plan_id', '=', world.planId).execute(),
  '2025-01-20',
]

describe('papers of the plan', () => {
  it('印发通知 with the indicator table, the tasks and the steps: as the plan has them, in the form of the standard', async () => {
    const content = await planOf()
    const { document, bytes, text } = await opened('planNotice')
    expect(await faults(bytes)).toEqual([])
    expect(text.replaceAll('\n', '')).toContain(`关于印发《${content.title}》的通知`)
    const indicators = rowsWith(document, '评分标准')
    expect(indicators.map((row) => [row.指标名称, row.分值, row.评分标准])).toEqual(
      content.indicators.flatMap(({ name, fullMark, scoring }) =>
        scoring ? [[name, fullMark, scoring.rule?.text]] : [],
      ),
    )
    expect(document).toMatch(/<w:pgSz [^>]*w:orient="landscape"/)
    expect(rowsWith(document, '工作步骤').map((row) => row.工作步骤)).toEqual(content.steps.map(({ name }) => name))
    expect(rowsWith(document, '任务内容').length).toBe(content.tasks.length)
    await figuresHeld('planNotice', bytes, {
      rows: content.indicators.flatMap(({ name, fullMark, scoring }) =>
        scoring ? [[name, fullMark, scoring.rule?.text]] : [],
      ),
      from: [content, await around()],
    })
  })

  it.each(['taskTable', 'pledge', 'selfReview'] as const)(
    '%s: targets and marks of the plan, and a code to sign by',
    async (kind) => {
      const content = await planOf()
      const one = kind === 'taskTable' ? undefined : world.town
      const { document, parts, bytes } = await opened(kind, one)
      const rows = rowsWith(document, '目标值')
      const tasks = content.tasks.filter(({ unitId }) => one === undefined || unitId === one)
      expect(rows.map((row) => [row.目标值, row.分值])).toEqual(
        tasks.map(({ leafKey, target }) => [
          target?.kind === 'set' ? target.value : '待上级下达',
          content.indicators.find(({ key }) => key === leafKey)?.fullMark,
        ]),
      )
      for (const row of rows) expect(row.分值).toBe(markOf(content, row.指标名称))
      const codes = [...parts].flatMap(([path, xml]) =>
        path.startsWith('word/footer')
          ? [/校验码：(\S+?)(?:　|第)/.exec(textOf(xml).replaceAll('\t', '　'))?.[1] ?? '']
          : [],
      )
      expect(codes.length).toBeGreaterThan(0)
      for (const code of codes) expect(readCheckCode(code).ok, code).toBe(true)
      const lines = tasks.map(({ leafKey, target }) => {
        const leaf = content.indicators.find(({ key }) => key === leafKey)
        const sentence = kind === 'selfReview' ? leaf?.scoring?.rule?.text : ''
        return [leaf?.name, target?.kind === 'set' ? target.value : '待上级下达', leaf?.fullMark, sentence]
      })
      const source = { rows: lines, from: [content, await around()] }
      if (kind === 'taskTable') await figuresHeld('taskTable', bytes, source)
      else if (kind === 'pledge') await figuresHeld('pledge', bytes, source)
      else await figuresHeld('selfReview', bytes, source)
    },
  )

  it.each(['planNotice', 'pledge'] as const)('%s as OFD and PDF holds no fault', async (paperKind) => {
    const query = paperKind === 'pledge' ? { unitId: world.town } : {}
    const asked = { params: { planId: world.planId, paperKind } } as const
    const ofd = await world.carrier.call(yearPaperFile, { ...asked, query: { ...query, format: 'ofd' } })
    expect(ofd.statusCode, ofd.body.slice(0, 300)).toBe(200)
    expect(await checkOfd(ofd.rawPayload)).toEqual([])
    const pdf = await world.carrier.call(yearPaperFile, { ...asked, query: { ...query, format: 'pdf' } })
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('one paper a unit: another body, or none, is refused', async () => {
    for (const unit of [undefined, world.office])
      expect(codeOf(await fetched('pledge', unit))).toBe('yearPaper.unitMissing')
  })
})

describe('papers of data and locked versions', () => {
  it('数据确认表: each figure of the unit as the platform holds it', async () => {
    const { document, bytes } = await opened('dataConfirmation', world.town)
    const rows = rowsWith(document, '数据名称')
    const data = await server.db
      .selectFrom('datum')
      .innerJoin('datum_version', (join) =>
        join.onRef('datum_version.datum_id', '=', 'datum.id').onRef('datum_version.number', '=', 'datum.final_number'),
      )
      .select([
        'datum_version.value',
        'datum_version.as_of',
        'datum_version.at',
        'datum.element_key',
        'datum.period',
        'datum.due',
      ])
      .where('datum.unit_id', '=', world.town)
      .where('datum.plan_id', '=', world.planId)
      .execute()
    expect(rows.map((row) => row.数值).toSorted()).toEqual(
      data.map(({ value }) => (value.kind === 'quantity' ? value.value : '')).toSorted(),
    )
    expect(rows.length).toBeGreaterThan(0)
    const { dataElements } = await planOf()
    await figuresHeld('dataConfirmation', bytes, {
      rows: data.map(({ element_key, period, value }) => [
        period,
        dataElements.find(({ key }) => key === element_key)?.name,
        value.kind === 'quantity' ? value.value : '',
      ]),
      from: [data, await planOf(), await around()],
    })
  })

  it('分项评分表: every row of the locked version, and nothing else', async () => {
    const run = await lockedRun()
    const { document, bytes } = await opened('partScores')
    const rows = rowsWith(document, '分项指标')
    expect(rows.length).toBe(run.leaves.reduce((count, { unitIds }) => count + unitIds.length, 0))
    for (const row of rows) {
      const leafAt = run.leaves.findIndex(({ name }) => name === row.分项指标)
      const unit = run.units.find(({ name }) => name === row.考核对象)
      const at = run.leaves[leafAt]?.unitIds.indexOf(unit?.id ?? '') ?? -1
      const path = `leaves[${leafAt}].rows[${at}]`
      for (const [column, figure] of [
        ['满分', 'fullMark'],
        ['得分', 'points'],
        ['扣分', 'lost'],
        ['实际完成', 'actual'],
      ] as const)
        expect(row[column]).toBe(figureAt(run, `${path}.${figure}`))
    }
    const lines = run.leaves.flatMap((leaf, leafAt) =>
      leaf.unitIds.map((unitId, at) => [
        leaf.name,
        run.units.find(({ id }) => id === unitId)?.name,
        ...['target', 'actual', 'fullMark', 'points', 'lost'].map((figure) =>
          figureAt(run, `leaves[${leafAt}].rows[${at}].${figure}`),
        ),
      ]),
    )
    await figuresHeld('partScores', bytes, {
      rows: lines,
      from: [run.plan, run.leaves.map(({ bases }) => bases), await around()],
    })
  })

  it('扣分告知书: one a unit, its lines and sums as the locked version has them, with a code to sign by', async () => {
    const run = await lockedRun()
    const { document, text, bytes } = await opened('deductionLetter', world.town)
    const lost = run.leaves.flatMap((leaf, leafAt) => {
      const path = `leaves[${leafAt}].rows[${leaf.unitIds.indexOf(world.town)}]`
      const points = figureAt(run, `${path}.points`)
      return points === undefined || Number(figureAt(run, `${path}.lost`)) === 0 ? [] : [[leaf.name, points]]
    })
    const rows = rowsWith(document, '扣分理由')
    expect(rows.slice(0, -1).map((row) => [row.指标, row.得分])).toEqual(lost)
    expect(Number(rows.at(-1)?.扣分)).toBeCloseTo(
      rows.slice(0, -1).reduce((sum, row) => sum + Number(row.扣分), 0),
      9,
    )
    expect(text).toContain(run.units.find(({ id }) => id === world.town)?.name)
    const lines = run.leaves.map((leaf, leafAt) => {
      const path = `leaves[${leafAt}].rows[${leaf.unitIds.indexOf(world.town)}]`
      const [full = '', points = '', gone = ''] = ['fullMark', 'points', 'lost'].map((one) =>
        figureAt(run, `${path}.${one}`),
      )
      return { name: leaf.name, full, points, gone: String(Number(gone)) }
    })
    const sum = (of: 'full' | 'points' | 'gone') =>
      String(Number(lines.reduce((all, one) => all + Number(one[of]), 0).toFixed(9)))
    await figuresHeld('deductionLetter', bytes, {
      rows: [
        ...lines
          .filter(({ gone }) => gone !== '0')
          .map(({ name, full, points, gone }) => [name, full, points, gone, '附件1']),
        ['合计', sum('full'), sum('points'), sum('gone')],
      ],
      from: [run.plan, await around()],
    })
    expect(codeOf(await fetched('deductionLetter'))).toBe('yearPaper.unitMissing')
  })

  it('纪要: what the meeting decided, verbatim, without a fault of form', async () => {
    const { text, bytes } = await opened('minutes')
    expect(await faults(bytes)).toEqual([])
    const decision = await server.db
      .selectFrom('decision')
      .selectAll()
      .where('subject_id', '=', world.resultId)
      .executeTakeFirstOrThrow()
    expect(text).toContain(decision.text)
    expect(text).toContain(decision.body)
    expect(text).toContain(`锁定版校验值${world.runDigest.slice(0, 16)}`)
    const { plan } = await lockedRun()
    await figuresHeld('minutes', bytes, { from: [decision, plan, world.runDigest] })
  })

  it('归档目录: what was issued and decided, with number and digest', async () => {
    const { document, bytes } = await opened('archiveCatalogue')
    const rows = rowsWith(document, '题名')
    expect(rows.map((row) => row.文号)).toContain('云发改发〔2024〕1号')
    const submission = await server.db
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', world.submissionId)
      .executeTakeFirstOrThrow()
    expect(rows.map((row) => row.文件校验)).toContain(submission.zip_digest.slice(0, 16))
    const { title } = await planOf()
    const decisions = await server.db
      .selectFrom('decision')
      .selectAll()
      .where('subject_id', '=', world.resultId)
      .execute()
    await figuresHeld('archiveCatalogue', bytes, {
      rows: decisions.map(({ body, number }) => [body, number]),
      from: [submission, decisions, title, await around()],
    })
  })
})

describe('who, and when', () => {
  it('who does not work on the plan finds nothing', async () => {
    for (const kind of printedKinds) {
      expect(codeOf(await fetched(kind, world.town, world.outsider)), kind).toBe('platform.notFound')
    }
  })
  it('before anything is locked the papers of results say so', async () => {
    const { planId } = world.year
    expect(codeOf(await fetched('resultCircular', undefined, world.director, planId))).toBe('yearPaper.noLockedVersion')
    expect(codeOf(await fetched('minutes', undefined, world.director, planId))).toBe('yearPaper.noLockedVersion')
    const parts = await fetched('partScores', undefined, world.director, planId)
    expect(codeOf(parts)).toBe('yearPaper.ofLeadUnits')
    expect(parts.json().error.message).toContain('请在页面上方选择相应的实施方案')
  })
  it('a paper that the plan has no ground for says whose it is, or what is missing', async () => {
    expect(codeOf(await fetched('resultCircular'))).toBe('yearPaper.ofYearPlan')
    expect(codeOf(await fetched('creditReview'))).toBe('yearPaper.noCredit')
  })
  it('the list names every paper, and the units of the plan', async () => {
    const list = await done(world.carrier, listYearPapers, { query: { planId: world.planId } })
    expect(list.planId).toBe(world.planId)
    expect(list.rows.map(({ kind }) => kind)).toEqual(yearPapers.map(({ kind }) => kind))
    expect(list.units.map(({ unitId }) => unitId)).toContain(world.town)
    const stranger = await done(world.outsider, listYearPapers, { query: { planId: world.planId } })
    expect(stranger.units).toEqual([])
  })
})

describe('docs/papers.md', () => {
  it('shows the list of the code, paper by paper', () => {
    const text = readFileSync(new URL('../../../../../docs/papers.md', import.meta.url), 'utf8')
    const lines = [...text.matchAll(/^\| (\S+) \| `(\w+)` \| `(\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
    const rows = lines.map(([, name, kind, from, page]) => [name, kind, from, page])
    for (const [, , kind, , page = '', as, test = ''] of lines) {
      // Each kind's own test holds every figure of it against its source.
      const built = !page.startsWith('waits')
      expect([as, test].includes('—'), kind).toBe(!built)
      const path = test.replaceAll('`', '')
      const root = path.startsWith('packages/') ? '../../../../../' : '../'
      if (!built) continue
      const file = new URL(`${root}${path}`, import.meta.url)
      expect(existsSync(file), path).toBe(true)
      expect(readFileSync(file, 'utf8'), `${path} holds no figure of ${kind} against its source`).toContain(
        `figuresHeld('${kind}', `,
      )
    }
    expect(rows).toEqual(
      (yearPapers as readonly YearPaper[]).map(({ name, kind, from, page }) => [
        name,
        kind,
        from,
        page === undefined ? `waits for ${from}` : `\`${page}\``,
      ]),
    )
  })
})
