import { Drawer } from 'antd'
import { t } from '../i18n/t.ts'
import { WhyContent } from './WhyContent.tsx'
import type { WhyScore } from './why.ts'

interface Props {
  readonly why: WhyScore
  readonly onClose: () => void
}

/** 为什么是这个分: opened by a click on any score, total, rank or grade. Load it lazily. */
const WhyDrawer = ({ why, onClose }: Props) => (
  <Drawer
    open
    size={680}
    styles={{ wrapper: { maxWidth: '100vw' } }}
    title={t('{{unit}} · {{indicator}}', { unit: why.unit, indicator: why.indicator })}
    extra={why.objection}
    onClose={onClose}
  >
    <WhyContent why={why} />
  </Drawer>
)

export default WhyDrawer
