import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'

/** Kinds of objects, and the words of an address that reach them. */
const classes: readonly (readonly [objects: RegExp, reached: RegExp])[] = [
  [/管委会|管理委员会/, /管委会|管理委员会|开发区|高新区|园区|新区|功能区/],
  [/乡镇|镇街|街道|各镇|各乡/, /乡|镇|街道/],
  [/各县|县（市|县\(市|县区|各区/, /县|区|市/],
  [/国有企业|集团公司|市属企业|县属企业/, /企业|公司|集团/],
]

/** Objects in the title or the list of units whom the letter does not address. */
export function lintObjects({
  context: { text },
  fields: { title, issuer, addressees, units },
}: Reading): readonly Finding[] {
  if (!title || addressees.length === 0) return []
  const address = addressees.map(({ value }) => value).join('、')
  if (
    addressees.some(({ value }) => /^(?:各?有关|各?相关)?各?(?:有关|相关)?(?:单位|考[核评](?:对象|单位))$/.test(value))
  )
    return []
  const subject = title.value.slice(title.value.indexOf('关于') + 1)
  const named = text.slice(title.at.start, title.at.end).lastIndexOf(subject.slice(1))
  return classes.flatMap(([objects, reached]): Finding[] => {
    if (reached.test(address)) return []
    const unit = units.find(({ name }) => objects.test(name.value))
    const inTitle = objects.exec(subject)
    if (unit) return [{ kind: 'notice.objectNotAddressed', at: unit.name.at, params: { object: unit.name.value } }]
    // A street office that speaks of its 街道绩效考核 appraises itself, and addresses its own sections.
    if (!inTitle || named < 0 || objects.test(issuer?.value ?? '')) return []
    const from = title.at.start + title.value.lastIndexOf(inTitle[0])
    return [
      {
        kind: 'notice.objectNotAddressed',
        at: { start: from, end: from + inTitle[0].length },
        params: { object: inTitle[0] },
      },
    ]
  })
}
