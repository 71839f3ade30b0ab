import { whyItem } from '@quanheng/contract/why'
import { useQueryRoute } from '../api/hooks.ts'
import { ObjectHistory } from '../history/ObjectHistory.tsx'
import { Refusal } from '../page/Refusal.tsx'
import RowDrawer from '../table/RowDrawer.tsx'
import WhyDrawer from './WhyDrawer.tsx'
import { whyOf } from './why-of.ts'

interface Props {
  readonly itemId: string
  readonly unitName: string
  readonly onClose: () => void
}

/** 为什么是这个分, for one item. */
const WhyItem = ({ itemId, unitName, onClose }: Props) => {
  const asked = useQueryRoute(whyItem, { params: { itemId } })
  if (asked.data)
    return <WhyDrawer why={whyOf(asked.data, unitName, <ObjectHistory subjectId={itemId} />)} onClose={onClose} />
  return asked.error ? (
    <RowDrawer title={unitName} onClose={onClose}>
      <Refusal refusal={asked.error} onRetry={asked.refetch} />
    </RowDrawer>
  ) : null
}

export default WhyItem
