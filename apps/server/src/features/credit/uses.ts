import type { Proof } from '@quanheng/domain/credit/model'
import { sql } from 'kysely'
import { namesOneOf, type UsesOf, usesInText } from '../library/index.ts'
import { creditIsVisible, creditsVisibleTo } from './scope.ts'

/** The title says the article too; the number says the document where the title is another. */
const proofText = ({ title, number }: Proof, names: readonly string[]): string =>
  names.some((name) => title.includes(name)) ? title : number

/** Entries whose proof is a document of the library. */
export const creditsCiting: UsesOf = async (db, actor, cited) => {
  const rows = await db
    .selectFrom('credit')
    .select(['id', 'claim'])
    .where(creditIsVisible(creditsVisibleTo(actor)))
    .where('state', '!=', 'withdrawn')
    .where(namesOneOf(sql`claim::text`, cited))
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, claim: { matter, proof } }) =>
    usesInText(
      { noun: 'credit', title: matter, link: `/adjustments/${id}`, text: proofText(proof, cited.names) },
      cited,
    ),
  )
}
