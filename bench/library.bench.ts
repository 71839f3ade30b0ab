// Words looked for in the clauses of a library: through the index of characters and pairs, and by LIKE over every clause.
import { contains } from '../apps/server/src/features/library/search.ts'
import { libraryKeeper } from '../apps/server/src/features/library/store.ts'
import type { LibraryDocument } from '../packages/domain/src/library/model.ts'
import { officeId, seedBodies } from './lib/bodies.ts'
import { median } from './lib/load.ts'
import { summary, verdict } from './lib/report.ts'
import { openBenchWorld } from './lib/world.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const size = { documents: Number(process.env.BENCH_DOCUMENTS ?? 2_000), clauses: 40 }

/** Characters as unevenly frequent as in prose (Zipf), 60 a clause, the same in every run. */
const signs = Array.from({ length: 3_000 }, (_, at) => String.fromCodePoint(0x4e00 + at * 6))
const shares = signs.map((_, at) => 1 / (at + 2.7))
const sums = shares.map(
  (
    (sum) => (share) =>
      (sum += share)
  )(0),
)
let state = 20_241
const random = (): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return state / 2_147_483_648
}
const sign = (): string => {
  const wanted = random() * (sums.at(-1) ?? 0)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return signs[low] ?? ''
}
const clause = (): string => Array.from({ length: 60 }, sign).join('')
const texts = Array.from({ length: size.documents }, () => Array.from({ length: size.clauses }, clause))

const world = await openBenchWorld()
await seedBodies(world, 1)
const author = { personId: officeId, post: 'clerk', unitId: officeId } as const
const begun = performance.now()
for (let n = 0; n < size.documents; n++) {
  const document: LibraryDocument = {
    id: crypto.randomUUID(),
    unitId: officeId,
    state: 'published',
    content: {
      kind: 'rule',
      title: `第${n}号制度`,
      issuer: '云岭市人民政府',
      documentNumber: `云政发〔2024〕${n}号`,
      issuedOn: '',
      effectiveOn: '2024-01-01',
      lastOn: '',
      interpreter: '',
      clauses: (texts[n] ?? []).map((text, at) => ({ article: `第${at + 1}条`, text })),
      files: [],
    },
    standing: {},
    steps: [{ command: 'begin', by: author, at: '2024-01-01T00:00:00.000Z', words: '' }],
  }
  await world.db.transaction().execute((tx) => libraryKeeper.insert(tx, document))
}
await world.asOwner('VACUUM ANALYZE library_document')
console.log(
  `  ${size.documents} documents of ${size.clauses} clauses kept in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
)

const byIndex = 'library_document.grams @>'

/** The product's own query, or the same without its condition on the index. */
const ask = async (q: string, way: 'index' | 'like') => {
  const compiled = world.db.selectFrom('library_document').select('id').where(contains(q)).orderBy('id').compile()
  if (!compiled.sql.includes(byIndex)) throw new Error('the query asks the index')
  const query = way === 'index' ? compiled : { ...compiled, sql: compiled.sql.replace(byIndex, `'{}'::text[] <@`) }
  const since = performance.now()
  const { rows } = await world.db.executeQuery(query)
  return { ms: performance.now() - since, ids: rows.map(({ id }) => id).join() }
}

const one = texts[Math.floor(size.documents / 2)]?.[7] ?? ''
const asked = {
  'four characters of a clause': one.slice(20, 24),
  'two words of one clause': `${one.slice(5, 7)} ${one.slice(40, 43)}`,
  'two characters, the commonest': `${signs[0]}${signs[1]}`,
  'one character': signs[400] ?? '',
  'a number': '云政发〔2024〕77号',
  'what stands nowhere': '没有的词语',
}
for (const [name, q] of Object.entries(asked)) {
  const times: { ours: number; like: number; hits: number }[] = []
  for (let round = 0; round < rounds + 1; round++) {
    const first = round % 2 === 0 ? await ask(q, 'index') : undefined
    const like = await ask(q, 'like')
    const ours = first ?? (await ask(q, 'index'))
    if (ours.ids !== like.ids) throw new Error(`${q}: the index finds others than LIKE`)
    // The first round warms both.
    if (round > 0) times.push({ ours: ours.ms, like: like.ms, hits: ours.ids === '' ? 0 : ours.ids.split(',').length })
  }
  const [ours, like] = [median(times.map((one) => one.ours)), median(times.map((one) => one.like))]
  console.log(`  ${name}: ${times[0]?.hits} documents; index ${ours.toFixed(1)} ms, LIKE ${like.toFixed(1)} ms`)
  const says = `${name}, index in times of LIKE`
  verdict(
    { says, limit: 1.2, atMost: true },
    times.map((one) => one.ours / one.like),
  )
}
summary()
await world.close()
