import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import styles from './plan.module.css'

interface Props {
  readonly readOnly: boolean
  readonly children: ReactNode
}

/** An issued plan is read, not filled in: the same fields in full ink, without the marks of a form. */
export const Reading = ({ readOnly, children }: Props) => (
  <ConfigProvider
    componentDisabled={readOnly}
    {...(readOnly
      ? {
          theme: {
            token: {
              colorTextDisabled: 'var(--ink)',
              colorBgContainerDisabled: 'transparent',
              colorBorderDisabled: 'transparent',
            },
          },
        }
      : {})}
  >
    <div className={readOnly ? styles.reading : undefined}>{children}</div>
  </ConfigProvider>
)
