import { Drawer } from 'antd'
import type { ReactNode } from 'react'

interface Props {
  readonly title: ReactNode
  readonly width?: number | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Detail of a row at the right; as wide as the window where the window is narrow. */
const RowDrawer = ({ title, width = 640, onClose, children }: Props) => (
  <Drawer open title={title} onClose={onClose} size={width} styles={{ wrapper: { maxWidth: '100vw' } }}>
    {children}
  </Drawer>
)

export default RowDrawer
