/**
 * State of an arc-hybrid transition parser (Kuhlmann, Gomez-Rodriguez and Satta 2011): a stack, a buffer that ends in the root
 * (token n), and the arcs so far with the outermost two children on each side. Reused from sentence to sentence.
 */
export class ParseState {
  n = 0;
  stack = new Int32Array(0);
  /** Number of tokens on the stack. */
  depth = 0;
  /** First token of the buffer. */
  front = 0;
  heads = new Int32Array(0);
  labels = new Int32Array(0);
  left = new Int32Array(0);
  left2 = new Int32Array(0);
  right = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  /** Labels of the children on either side, as bits of the label number modulo 31. */
  leftSet = new Int32Array(0);
  rightSet = new Int32Array(0);
  /** Case or mark child nearest to the left edge. */
  marker = new Int32Array(0);

  reset(n: number): void {
    if (this.stack.length < n + 2) {
      const size = Math.max(64, 2 * (n + 2));
      this.stack = new Int32Array(size);
      this.heads = new Int32Array(size);
      this.labels = new Int32Array(size);
      this.left = new Int32Array(size);
      this.left2 = new Int32Array(size);
      this.right = new Int32Array(size);
      this.right2 = new Int32Array(size);
      this.leftCount = new Int32Array(size);
      this.rightCount = new Int32Array(size);
      this.leftSet = new Int32Array(size);
      this.rightSet = new Int32Array(size);
      this.marker = new Int32Array(size);
    }
    this.n = n;
    this.depth = 0;
    this.front = 0;
    for (const list of [this.heads, this.labels, this.left, this.left2, this.right, this.right2, this.marker])
      list.fill(-1, 0, n + 1);
    for (const list of [this.leftCount, this.rightCount, this.leftSet, this.rightSet]) list.fill(0, 0, n + 1);
  }

  shift(): void {
    this.stack[this.depth++] = this.front++;
  }

  /** Takes the top off the stack and gives it a head. */
  attach(head: number, label: number, isMarker: boolean): void {
    const token = this.stack[--this.depth];
    this.heads[token] = head;
    this.labels[token] = label;
    if (isMarker && (this.marker[head] < 0 || token < head)) this.marker[head] = token;
    if (token < head) {
      if (this.left[head] >= 0) this.left2[head] = this.left[head];
      this.left[head] = token;
      this.leftCount[head]++;
      this.leftSet[head] |= 1 << (label % 31);
    } else {
      this.right2[head] = this.right[head];
      this.right[head] = token;
      this.rightCount[head]++;
      this.rightSet[head] |= 1 << (label % 31);
    }
  }
}
