import type { PlanContent } from '@quanheng/domain/plan/model'

/** The name of the row that a place points into, for its reader: `steps[k].due` is the step's name. */
export const rowNameAt = (content: PlanContent, at: string, nameOf: (id: string) => string): string => {
  const [, part = '', key = ''] = /^([a-zA-Z]+)\[([^\]]*)\]/.exec(at) ?? []
  const node = (nodeKey: string) => content.indicators.find((row) => row.key === nodeKey)?.name ?? ''
  switch (part) {
    case 'indicators':
    case 'responsibilities':
      return node(key)
    case 'tasks': {
      const [leaf = '', unit = ''] = key.split(',')
      return `${nameOf(unit)} ${node(leaf)}`.trim()
    }
    case 'units':
    case 'recusals':
      return nameOf(key)
    case 'steps':
      return content.steps.find((row) => row.key === key)?.name ?? ''
    case 'milestones':
      return content.milestones?.find((row) => row.key === key)?.name ?? ''
    case 'dataElements':
      return content.dataElements.find((row) => row.key === key)?.name ?? ''
    case 'unitGroups':
      return content.unitGroups.find((row) => row.key === key)?.name ?? ''
    case 'bases':
      return content.bases.find((row) => row.key === key)?.title ?? ''
    default:
      return ''
  }
}
