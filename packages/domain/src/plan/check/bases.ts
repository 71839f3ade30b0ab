import { isDoubtful } from '../../library/validity.ts'
import { citationsOf } from '../citations.ts'
import { type Finding, finding } from '../findings.ts'
import type { PlanContent } from '../model.ts'
import type { CheckContext } from './context.ts'

/** Bases that hold no more, or not yet; of a document that the library does not have nothing is said. */
export const checkBases = (content: PlanContent, { cited }: CheckContext): readonly Finding[] =>
  citationsOf(content).flatMap(({ document, article, at }) => {
    const standing = cited?.get(document)
    if (!isDoubtful(standing)) return []
    const { title, validity, replacedBy = '' } = standing
    const params = {
      document: document === title ? title : document,
      article,
      validity,
      ...(replacedBy && { replacedBy }),
    }
    return [finding('check.basisNotInForce', at, params)]
  })
