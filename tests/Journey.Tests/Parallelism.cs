// Each journey runs three services, most also a browser: side by side they would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
