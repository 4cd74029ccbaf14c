"""Paid work: placements that the house holds, who holds them, their hours and coverage, and members' own jobs.

Hours and pay are seen by the person they are of and by whoever holds `Permission.EMPLOYMENT`, and each operation
asks for that itself; what such a keeper sees of others leaves a row in the audit log. Minutes and cents are whole
numbers, and totals are sums of what is on file, never of what was rounded.
"""
