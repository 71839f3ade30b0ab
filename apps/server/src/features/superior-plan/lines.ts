import type { ReplyOf } from '@quanheng/contract/route'
import type { listSuperiorPlans, showSuperiorPlan } from '@quanheng/contract/superior-plan'
import { sharedSums, sharesOf } from '@quanheng/domain/superior-plan/breakdown'
import { inForce, type SuperiorContent } from '@quanheng/domain/superior-plan/model'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnSuperiorPlan } from '@quanheng/domain/workbench/next-on-superior-plan'
import { label } from '@quanheng/messages/labels'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { contentFor } from './scope.ts'
import type { KeptSuperiorPlan } from './store.ts'

export type PlanLine = ReplyOf<typeof listSuperiorPlans>['rows'][number]
export type BreakdownLine = ReplyOf<typeof showSuperiorPlan>['lines'][number]

export const takesForward = ({ model }: KeptSuperiorPlan, actor: Actor): boolean => {
  const act = nextOnSuperiorPlan(model)
  return act !== undefined && holdings(actor).some((held) => mayAct(act, held))
}

export const planLine = (one: KeptSuperiorPlan, actor: Actor): PlanLine => {
  const { model, row } = one
  const content = contentFor(actor, model)
  const issued = inForce(model)
  return {
    id: model.id,
    version: row.version,
    year: model.year,
    title: content.document.title,
    number: content.document.number,
    issuer: content.document.issuer,
    state: model.state,
    indicators: content.indicators.length,
    units: new Set(content.shares.map(({ unitId }) => unitId)).size,
    issuedNumber: issued?.number ?? null,
    issuedOn: issued?.on ?? null,
    mine: takesForward(one, actor),
  }
}

/** Indicators with their shares, as they are printed and shown. */
export const breakdownLines = async (db: Reader, content: SuperiorContent): Promise<readonly BreakdownLine[]> => {
  const names = await namesOf(db, {
    units: content.shares.map(({ unitId }) => unitId),
    sections: content.shares.flatMap(({ sectionId }) => sectionId ?? []),
  })
  return content.indicators.map((indicator) => {
    const shares = sharesOf(content, indicator.key)
    return {
      ...indicator,
      sums: sharedSums(shares),
      shares: shares.map(({ sectionId, ...share }) => ({
        ...share,
        sectionId: sectionId ?? null,
        unitName: names.get(share.unitId) ?? '',
        sectionName: sectionId === undefined ? '' : (names.get(sectionId) ?? ''),
      })),
    }
  })
}

/** 责任人: the name where one is given, and the post. */
export const sayOwner = ({ ownerName, post }: BreakdownLine['shares'][number]): string => {
  const said = label('zh-CN', 'sharePost', post)
  return ownerName === '' ? said : `${ownerName}（${said}）`
}
