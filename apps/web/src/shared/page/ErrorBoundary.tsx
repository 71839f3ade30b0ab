import { Component, type ReactNode } from 'react'
import { PageFault } from './PageFault.tsx'

interface Props {
  readonly children: ReactNode
}

/** The last net: whatever breaks while drawing becomes a page that says so, never an empty window. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: undefined as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <PageFault error={this.state.error} />
  }
}
