// Each test has the machine's disks, memory and processors to itself: a fault of one must not reach another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
