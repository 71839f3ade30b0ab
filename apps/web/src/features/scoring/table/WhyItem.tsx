import { whyItem } from '@quanheng/contract/sheet'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { useActs } from '../../../shared/history/use-acts.ts'
import WhyDrawer from '../../../shared/why/WhyDrawer.tsx'
import { whyOf } from './why-of.ts'

interface Props {
  readonly itemId: string
  readonly unitName: string
  readonly onClose: () => void
}

/** 为什么是这个分, for one row of the table. */
const WhyItem = ({ itemId, unitName, onClose }: Props) => {
  const asked = useQueryRoute(whyItem, { params: { itemId } })
  const history = useActs(itemId)
  return asked.data ? <WhyDrawer why={whyOf(asked.data, unitName, history)} onClose={onClose} /> : null
}

export default WhyItem
