import { Component, type ReactNode } from 'react'

interface CatchErrorsProps {
  readonly onError: (error: unknown) => void
  readonly children: ReactNode
}

/** An error boundary that shows `caught` and a button to try again. */
export class CatchErrors extends Component<CatchErrorsProps, { readonly caught: boolean }> {
  override readonly state = { caught: false }

  static getDerivedStateFromError(): { readonly caught: boolean } {
    return { caught: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error)
  }

  override render(): ReactNode {
    if (!this.state.caught) return this.props.children
    return <button onClick={() => this.setState({ caught: false })}>caught</button>
  }
}
