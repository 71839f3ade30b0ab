import { describe, expect, it } from 'vitest'
import { type PostKind, postKinds } from '../ability/posts.ts'
import { commandsFor } from '../kernel/transition.ts'
import type { PeopleProposalCommand } from './commands.ts'
import { beginPeopleProposal, decidePeopleProposal } from './decide.ts'
import { judgeLines, type PeopleWorld } from './judge.ts'
import { mostLines, type PeopleLine, type PeopleProposal, peopleProposalStates } from './model.ts'
import { readPeopleLines } from './read-lines.ts'
import { peopleProposalWorkflow } from './transitions.ts'

const world: PeopleWorld = {
  unitId: 'u1',
  takenLogins: new Set(['jia', 'yi', 'ding', 'wai']),
  sectionIds: new Set(['s1', 's2']),
  people: [
    {
      id: 'p1',
      name: '甲某',
      login: 'jia',
      state: 'active',
      posts: [
        { id: 'h1', kind: 'handler', unitId: 'u1', sectionId: 's1', from: '2024-01-01', to: null },
        { id: 'h2', kind: 'unitReporter', unitId: 'u1', sectionId: null, from: '2024-01-01', to: null },
        { id: 'h9', kind: 'verifier', unitId: 'u2', sectionId: null, from: '2024-01-01', to: null },
      ],
    },
    { id: 'p2', name: '乙某', login: 'yi', state: 'disabled', posts: [] },
    {
      id: 'p3',
      name: '丁某',
      login: 'ding',
      state: 'active',
      posts: [{ id: 'h3', kind: 'auditAdmin', unitId: 'u1', sectionId: null, from: '2024-01-01', to: null }],
    },
    { id: 'p4', name: '外某', login: 'wai', state: 'active', posts: [] },
  ],
}

const post = (more: Partial<NonNullable<PeopleLine['post']>> = {}): NonNullable<PeopleLine['post']> => ({
  kind: 'unitReporter',
  sectionId: null,
  title: null,
  acting: false,
  from: '2025-03-01',
  to: null,
  ...more,
})
const line = (more: Partial<PeopleLine> = {}): PeopleLine => ({
  id: 'l1',
  kind: 'joining',
  login: 'xin',
  name: '新某',
  phone: null,
  mail: null,
  heldPostId: null,
  post: post(),
  lastDay: null,
  ...more,
})
const said = (...lines: PeopleLine[]) =>
  judgeLines(lines, world).map(({ lineId, column, error }) => `${lineId} ${column} ${error.code}`)

const known = { login: 'jia', name: '甲某' }

describe('逐行核对', () => {
  it.each([
    ['新进人员连同任职', line(), []],
    ['只登记人员', line({ post: null }), []],
    ['登录名用过', line({ login: 'wai' }), ['l1 login account.loginTaken']],
    ['缺姓名', line({ name: '' }), ['l1 name organisation.nameMissing']],
    ['姓名太长', line({ name: '某'.repeat(51) }), ['l1 name organisation.tooLong']],
    ['三员不由单位申报', line({ post: post({ kind: 'auditAdmin' }) }), ['l1 post peopleProposal.postNotOfUnit']],
    ['考评办不由单位申报', line({ post: post({ kind: 'officeStaff' }) }), ['l1 post peopleProposal.postNotOfUnit']],
    ['经办人须有科室', line({ post: post({ kind: 'handler' }) }), ['l1 section post.sectionNeeded']],
    ['科室不是本单位的', line({ post: post({ kind: 'handler', sectionId: 's9' }) }), ['l1 section section.notOfUnit']],
    ['日期不成立', line({ post: post({ from: '2025-02-30' }) }), ['l1 from organisation.notDay']],
    ['主持工作须有截止日期', line({ post: post({ acting: true }) }), ['l1 to post.actingWithoutEnd']],
    ['主持工作有截止日期', line({ post: post({ acting: true, to: '2025-06-30' }) }), []],
    ['起止颠倒', line({ post: post({ to: '2025-02-28' }) }), ['l1 to post.periodBackwards']],
    ['增加任职给停用人员', line({ kind: 'added', login: 'yi', name: '乙某' }), ['l1 login person.disabled']],
    [
      '增加任职给没有登记的人',
      line({ kind: 'added', login: 'wu', name: '无' }),
      ['l1 login organisation.loginUnknown'],
    ],
    ['姓名对不上', line({ kind: 'added', login: 'jia', name: '丙' }), ['l1 name peopleProposal.otherName']],
    [
      '管理员不得兼业务',
      line({ kind: 'added', login: 'ding', name: '丁某' }),
      ['l1 post post.administratorHasBusiness'],
    ],
    ['同职重叠', line({ kind: 'added', ...known }), ['l1 from post.heldTwice']],
    ['增加任职须写职务', line({ kind: 'added', ...known, post: null }), ['l1 post organisation.nameMissing']],
    ['变更任职', line({ kind: 'changed', ...known, heldPostId: 'h2', post: post() }), []],
    ['变更的不是在任的职务', line({ kind: 'changed', ...known, heldPostId: 'h9' }), ['l1 held peopleProposal.notHeld']],
    [
      '变更早于原任职',
      line({ kind: 'changed', ...known, heldPostId: 'h2', post: post({ from: '2024-01-01' }) }),
      ['l1 lastDay post.periodBackwards'],
    ],
    ['免去任职', line({ kind: 'ended', ...known, heldPostId: 'h1', post: null, lastDay: '2025-02-28' }), []],
    [
      '免去须写日期',
      line({ kind: 'ended', ...known, heldPostId: 'h1', post: null, lastDay: '' }),
      ['l1 lastDay organisation.nameMissing'],
    ],
    ['调离', line({ kind: 'leaving', ...known, post: null, lastDay: '2025-02-28' }), []],
    [
      '调离的不在本单位',
      line({ kind: 'leaving', login: 'wai', name: '外某', post: null, lastDay: '2025-02-28' }),
      ['l1 login peopleProposal.notHere'],
    ],
  ] as const)('%s', (_, one, faults) => {
    expect(said(one)).toEqual(faults)
  })

  it('下一行看得到上一行：免去以后可以再任，刚登记的可以加职，同一登录名不能登记两次', () => {
    const ended = line({ kind: 'ended', ...known, heldPostId: 'h2', post: null, lastDay: '2025-02-28' })
    expect(said(ended, line({ id: 'l2', kind: 'added', ...known }))).toEqual([])
    expect(said(line({ id: 'l2', kind: 'added', ...known }), ended)).toEqual(['l2 from post.heldTwice'])
    const more = line({ id: 'l2', kind: 'added', post: post({ kind: 'handler', sectionId: 's1' }) })
    expect(said(line(), more)).toEqual([])
    expect(said(line(), line({ id: 'l2' }))).toEqual(['l2 login organisation.twice'])
  })
})

const contextAs = (kind: PostKind, unitId = 'u1') => ({
  now: '2025-02-10T02:00:00.000Z',
  today: '2025-02-10',
  newId: () => 'new',
  actor: { personId: 'me', postId: 'x', post: kind, unitId, ownUnitIds: [unitId] },
  judge: (lines: readonly PeopleLine[]) => judgeLines(lines, world),
})
const unit = contextAs('unitAdmin')
const security = contextAs('securityAdmin', 'u0')
const did = (proposal: PeopleProposal, command: PeopleProposalCommand, context = unit): PeopleProposal => {
  const done = decidePeopleProposal(proposal, command, context)
  if (!done.ok) throw new Error(done.error.code)
  return done.value.next
}
const codeOf = (proposal: PeopleProposal, command: PeopleProposalCommand, context = unit): string => {
  const done = decidePeopleProposal(proposal, command, context)
  return done.ok ? 'ok' : `${done.error.code} ${done.error.at ?? ''}`.trim()
}

const two = [line(), line({ id: 'l2', kind: 'added', ...known, post: post({ kind: 'unitHead' }) })]
const begun = beginPeopleProposal('', unit)
const submitted = did(did(begun, { kind: 'write', lines: two }), { kind: 'submit' })

describe('申报与审核', () => {
  it('逐行退回、改正、重报，直到办结；已通过的不再改', () => {
    const decisions = [
      { lineId: 'l1', outcome: 'approved', reason: '' },
      { lineId: 'l2', outcome: 'returned', reason: '任职文件未附' },
    ] as const
    const returned = did(submitted, { kind: 'decide', decisions }, security)
    expect(returned).toMatchObject({ state: 'returned', standing: { returns: { l2: '任职文件未附' } } })
    expect(codeOf(returned, { kind: 'write', lines: [line()] })).toBe('peopleProposal.lineDecided')
    expect(codeOf(returned, { kind: 'drop', lineId: 'l1' })).toBe('peopleProposal.lineDecided')
    expect(did(returned, { kind: 'drop', lineId: 'l2' })).toMatchObject({ state: 'decided' })
    const again = did(returned, { kind: 'submit' })
    expect(Object.keys(again.standing.outcomes)).toEqual(['l1'])
    const done = did(
      again,
      { kind: 'decide', decisions: [{ lineId: 'l2', outcome: 'approved', reason: '' }] },
      security,
    )
    expect(done).toMatchObject({ state: 'decided', standing: { returns: {} } })
    expect(done.steps.map(({ command }) => command)).toEqual(['begin', 'write', 'submit', 'decide', 'submit', 'decide'])
  })

  it('可以分批审核；没有看的仍然待办', () => {
    const decisions = [{ lineId: 'l1', outcome: 'approved', reason: '' }] as const
    const part = did(submitted, { kind: 'decide', decisions }, security)
    expect(part.state).toBe('submitted')
    expect(codeOf(part, { kind: 'decide', decisions }, security)).toBe('peopleProposal.lineUnknown decisions')
  })

  it.each([
    ['空表不能报', begun, { kind: 'submit' }, unit, 'peopleProposal.empty'],
    [
      '有误的行当场说明在哪一栏',
      begun,
      { kind: 'write', lines: [line({ login: 'wai' })] },
      unit,
      'account.loginTaken login',
    ],
    ['别的单位不能写', begun, { kind: 'write', lines: two }, contextAs('unitAdmin', 'u2'), 'peopleProposal.otherUnit'],
    ['自己不能批', submitted, { kind: 'decide', decisions: [] }, unit, 'peopleProposal.notYours'],
    ['报送后不能改', submitted, { kind: 'write', lines: two }, unit, 'peopleProposal.notNow'],
    [
      '退回须写理由',
      submitted,
      { kind: 'decide', decisions: [{ lineId: 'l1', outcome: 'returned', reason: '' }] },
      security,
      'peopleProposal.reasonMissing decisions',
    ],
    ['撤回须写理由', submitted, { kind: 'withdraw', reason: '' }, unit, 'peopleProposal.reasonMissing reason'],
    ['没有这一行', begun, { kind: 'drop', lineId: 'l7' }, unit, 'peopleProposal.lineUnknown'],
    [
      '行数有限',
      begun,
      {
        kind: 'write',
        lines: Array.from({ length: mostLines + 1 }, (_, at) => line({ id: `n${at}`, login: `n${at}` })),
      },
      unit,
      'peopleProposal.tooMany',
    ],
  ] as const)('%s', (_, proposal, command, context, code) => {
    expect(codeOf(proposal, command as PeopleProposalCommand, context)).toBe(code)
  })

  it('审核时情况已变，不能照批', () => {
    const taken = { ...world, takenLogins: new Set([...world.takenLogins, 'xin']) }
    const later = { ...security, judge: (lines: readonly PeopleLine[]) => judgeLines(lines, taken) }
    const decisions = [{ lineId: 'l1', outcome: 'approved', reason: '' }] as const
    expect(codeOf(submitted, { kind: 'decide', decisions }, later)).toBe('peopleProposal.lineFault')
  })

  it('每种状态、每个职务能做什么', () => {
    const table = peopleProposalStates.map((state) => [
      state,
      ...postKinds.flatMap((kind) => {
        const may = commandsFor(peopleProposalWorkflow, state, kind)
        return may.length === 0 ? [] : [`${kind}: ${may.join(' ')}`]
      }),
    ])
    expect(table).toEqual([
      ['draft', 'unitAdmin: write drop submit withdraw'],
      ['submitted', 'unitAdmin: withdraw', 'securityAdmin: decide'],
      ['returned', 'unitAdmin: write drop submit withdraw'],
      ['decided'],
      ['withdrawn'],
    ])
  })
})

describe('申报表', () => {
  let made = 0
  const words = {
    kindOf: (word: string) =>
      (({ 新进人员: 'joining', 变更任职: 'changed', 调离: 'leaving' }) as const)[word as '调离'],
    postOf: (word: string) =>
      (({ 经办人: 'handler', 填报人: 'unitReporter', 单位负责人: 'unitHead' }) as const)[word as '经办人'],
    isYes: (word: string) => word === '是',
    sections: [{ id: 's1', names: ['规划科'] }],
    newId: () => `r${made++}`,
  }
  const read = (...rows: Readonly<Record<string, string>>[]) =>
    readPeopleLines(
      rows.map((texts, at) => ({ row: at + 5, texts })),
      words,
      { world, before: [] },
    )

  it('按名称找到科室和原任职', () => {
    const { values, faults } = read(
      { kind: '新进人员', login: 'x1', name: '某', post: '经办人', section: '规划科', from: '2025-03-01' },
      { kind: '变更任职', login: 'jia', name: '甲某', held: '填报人', post: '单位负责人', from: '2025-03-01' },
      { kind: '调离', login: 'jia', name: '甲某', lastDay: '2025-06-30' },
    )
    expect(faults).toEqual([])
    expect(values.map(({ heldPostId, post: given }) => [heldPostId, given?.kind, given?.sectionId])).toEqual([
      [null, 'handler', 's1'],
      ['h2', 'unitHead', null],
      [null, undefined, undefined],
    ])
  })

  it('每处有误指到行和栏', () => {
    const { faults } = read(
      { kind: '新来', login: 'x1', name: '某' },
      { kind: '新进人员', login: 'x2', name: '某', post: '科长', section: '无此科', from: '2025-03-01' },
      { kind: '变更任职', login: 'jia', name: '甲某', post: '单位负责人', from: '2025-03-01' },
      { kind: '调离', login: 'jia', name: '甲某', lastDay: '三月' },
      { kind: '新进人员', login: 'x3', name: '某', from: '2025-03-01' },
    )
    expect(faults.map(({ row, column, error }) => `${row} ${column} ${error.code}`)).toEqual([
      '5 kind peopleProposal.kindUnknown',
      '6 post organisation.postUnknown',
      '6 section organisation.sectionUnknown',
      '7 held peopleProposal.heldAmbiguous',
      '9 post organisation.nameMissing',
      '8 lastDay organisation.notDay',
    ])
  })
})
