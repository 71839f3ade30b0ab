import type { Context } from '../text/context.ts'
import { type Section, walk } from '../text/sections.ts'
import { named } from './indicator.ts'

/** A heading under which the parts of the total stand, not what is measured. */
const ofParts = /权重|构成|组成|方式|方法/

const weightOf = (text: string, section: Section) => {
  const found = named(text, section.titleAt)
  return found.mark === null && found.weight ? { name: found.name, weight: found.weight } : undefined
}

/** 二、评估方式及权重 with 1.指标考核（60%）, 2.公众评议（30%）: components of the total, each with its share. */
export const componentsOf = ({ text, sections }: Context) =>
  [...walk(sections)].flatMap((section) => {
    const { title, children } = section
    if (!ofParts.test(title) || /指标|内容|项目/.test(title) || children.length < 2) return []
    const shares = children.map((child) => ({ section: child, share: weightOf(text, child) }))
    return shares.every(({ share }) => share)
      ? shares.flatMap(({ section: child, share }) => (share ? [{ section: child, ...share }] : []))
      : []
  })
