import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PostKind } from '../ability/posts.ts'
import { decideSheet } from '../sheet/decide.ts'
import type { Sheet } from '../sheet/model.ts'
import { anOrder, aSheet, clause, compose, sheetContext } from '../sheet/sheet.fixture.ts'
import { isStanding } from '../signature/model.ts'
import { type Account, breachesOf, type RoleWorld, sameNaturalPerson, unsignable } from './separation.ts'
import type { AccountPost } from './signing-chains.ts'

const map = anOrder().map
const account = (personId: string, more: Partial<Account> = {}): Account => ({
  personId,
  name: '段明远',
  phone: '0000-5550123',
  mail: null,
  ...more,
})
const post = (personId: string, kind: PostKind, unitId = 'lead', sectionId: string | null = null): AccountPost => ({
  personId,
  kind,
  unitId,
  sectionId,
})
const sheetIn = (unitIds: readonly string[]): RoleWorld['sheets'][number] => ({
  key: 'projects',
  name: '重大项目',
  scorer: { unitId: 'lead', sectionId: 'one', by: 'responsibility', basis: clause },
  unitIds,
  map,
})

describe('同一自然人', () => {
  it.each([
    ['同名同电话', {}, 'phone'],
    ['同名，电话不同而邮箱相同', { phone: '0000-5550199', mail: 'a@lead.example' }, 'mail'],
    ['同名，都没有电话', { phone: null }, undefined],
    ['同一部办公电话，名字不同', { name: '周砚秋' }, undefined],
  ] as const)('%s', (_, more, expected) => {
    expect(sameNaturalPerson(account('a', { mail: 'a@lead.example' }), account('b', more))).toBe(expected)
  })
})

const kinds = ['handler', 'sectionHead', 'leaderInCharge', 'unitReporter'] as const satisfies readonly PostKind[]
const smallWorld: fc.Arbitrary<RoleWorld> = fc
  .record({
    people: fc.array(fc.record({ name: fc.constantFrom('甲', '乙'), phone: fc.constantFrom('1', '2', null) }), {
      minLength: 2,
      maxLength: 4,
    }),
    posts: fc.array(
      fc.record({
        who: fc.nat(3),
        kind: fc.constantFrom(...kinds),
        unitId: fc.constantFrom('lead', 'lead', 'town'),
        sectionId: fc.constantFrom('one', 'one', 'two'),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    unitIds: fc.constantFrom(['town'], ['town', 'transport'], ['transport']),
  })
  .map(({ people, posts, unitIds }) => ({
    accounts: people.map(({ name, phone }, at) => account(`p${at}`, { name, phone })),
    posts: posts
      .filter(({ who }) => who < people.length)
      .map(({ who, kind, unitId, sectionId }) =>
        post(`p${who}`, kind, unitId, kind === 'handler' || kind === 'sectionHead' ? sectionId : null),
      ),
    sheets: [sheetIn(unitIds)],
  }))

/** Every state of the sheet that any order of signing reaches, by the decisions that the server itself makes. */
const reached = ({ posts, sheets: [given] }: RoleWorld): readonly Sheet[] => {
  const unitIds = given?.unitIds ?? []
  const heads = posts.filter(
    ({ kind, unitId, sectionId }) => kind === 'sectionHead' && unitId === 'lead' && sectionId === 'one',
  )
  const order = anOrder({ sectionHeadIds: [...new Set(heads.map(({ personId }) => personId))] })
  const start = aSheet({ ...(given && { scorer: given.scorer }), unitIds, state: 'scored' })
  const from = (sheet: Sheet): readonly Sheet[] => [
    sheet,
    ...posts.flatMap(({ personId, kind, unitId, sectionId }) => {
      const ownUnitIds = posts.filter((one) => one.personId === personId).map((one) => one.unitId)
      const actor = {
        personId,
        postId: 'p',
        post: kind,
        unitId,
        ...(sectionId !== null && { sectionId }),
        ownUnitIds,
      }
      const command = { kind: 'sign', digest: compose(sheet).digest } as const
      const decided = decideSheet(sheet, command, sheetContext(sheet, actor, { order }))
      return decided.ok ? from(decided.value.next) : []
    }),
  ]
  return from(start)
}

const signersOf = ({ signatures }: Sheet) => signatures.filter(isStanding).map(({ signer }) => signer.personId)

describe('职责分离', () => {
  it('finds exactly what trying every account in every order finds', () => {
    let met = 0
    fc.assert(
      fc.property(smallWorld, (world) => {
        const account = (id: string) => world.accounts.find(({ personId }) => personId === id) as Account
        const twins = (a: string, b: string) => a !== b && sameNaturalPerson(account(a), account(b)) !== undefined
        const unitIds = world.sheets[0]?.unitIds ?? []
        const ends = reached(world).map(signersOf)
        const broken = new Set<string>()
        for (const signers of ends) {
          for (const [at, a] of signers.entries()) {
            for (const b of signers.slice(at + 1)) if (twins(a, b)) broken.add(`bothSignatures ${a} ${b}`)
            for (const { personId, unitId } of world.posts) {
              if (twins(a, personId) && unitIds.includes(unitId)) broken.add(`ownUnit ${a} ${personId}`)
            }
          }
        }
        const found = breachesOf(world)
          .filter(({ sheet }) => sheet !== undefined)
          .map(({ code, first, second }) => `${code} ${first.personId} ${second.personId}`)
        expect(found.toSorted()).toEqual([...broken].toSorted())
        met += broken.size
        const clean = ends.some(
          (signers) =>
            signers.length === map.length &&
            signers.every(
              (a) =>
                !signers.some((b) => twins(a, b)) &&
                !world.posts.some(({ personId, unitId }) => twins(a, personId) && unitIds.includes(unitId)),
            ),
        )
        expect(unsignable(world).length === 0).toBe(clean)
      }),
      { numRuns: 1500 },
    )
    expect(met).toBeGreaterThan(5)
  })

  it.each([
    ['抽样人和监督人', post('a', 'handler', 'lead', 'one'), post('b', 'observer', 'office'), 'drawAndWitness'],
    ['登记人和核对人', post('a', 'clerk'), post('b', 'sectionHead', 'lead', 'one'), 'registerAndConfirm'],
    ['管理员和业务职务', post('a', 'systemAdmin'), post('b', 'unitReporter', 'town'), 'twoSides'],
  ] as const)('names two accounts of one person: %s', (_, first, second, code) => {
    const accounts = [account('a'), account('b')]
    const found = breachesOf({ accounts, posts: [first, second], sheets: [] })
    expect(found.find((one) => one.code === code)).toEqual({ code, first, second, sameBy: 'phone' })
    const others = [account('a'), account('b', { name: '周砚秋' })]
    expect(breachesOf({ accounts: others, posts: [first, second], sheets: [] })).toEqual([])
  })
})
